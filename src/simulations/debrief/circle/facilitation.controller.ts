import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { PressForm } from '../../../web/forms/press.form';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import { redirectSaying } from '../../../web/sessions/flash';
import { type Facilitated, TeamTable } from '../../together/team-table.guard';
import { pageOf } from '../page-of';
import { Boards } from './boards.service';
import { Circles } from './circles.service';
import { StepForm } from './circle.form';
import { addressOf } from './facilitation-pages.service';
import { LedDebriefs } from './led-debriefs.service';
import { facilitationPage } from './facilitation.view';
import { paperPage } from './paper.view';
import { PeerNotes } from './peer-notes.service';
import { dataOf } from './sheets.service';

/** A debrief as the team of its cohort leads it: opens its steps, looks after the board, helps where words hurt. */
@Controller('cohorts/:cohort/tables/:table/debrief')
export class FacilitationController {
  constructor(
    private readonly led: LedDebriefs,
    private readonly circles: Circles,
    private readonly boards: Boards,
    private readonly notes: PeerNotes,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TeamTable)
  async debrief(@Subject() own: Facilitated, @Res() response: Response): Promise<void> {
    response.render('simulations/facilitation', facilitationPage(await this.led.of(own, pageOf(response))));
  }

  @Post('steps')
  @Allow(TeamTable)
  async open(
    @Subject() own: Facilitated,
    @Body(new FormPipe(StepForm)) { values, errors, formId }: Submitted<StepForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length)
      return response.status(422).render('simulations/facilitation', facilitationPage(await this.led.of(own, pageOf(response)), errors));
    const address = await this.outcomes.run(own.personId, formId, async (write) => {
      await this.circles.open(write, own.table, values.step, Number(values.version), own.personId, request.arrivedAt);
      return `${addressOf(own)}/debrief`;
    });
    await redirectSaying(request, response, address, 'debriefing.team.opened');
  }

  @Post('board/:note/removal')
  @Allow(TeamTable)
  async takeOff(
    @Subject() own: Facilitated,
    @Param('note') note: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(own.personId, formId, async (write) => {
      await this.boards.takeOff(write, own.table.id, note, null);
      return `${addressOf(own)}/debrief`;
    });
    response.redirect(303, address);
  }

  @Post('reported/:note/removal')
  @Allow(TeamTable)
  async takeAway(
    @Subject() own: Facilitated,
    @Param('note') note: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(own.personId, formId, async (write) => {
      await this.notes.takeAway(write, own.table.id, note);
      return `${addressOf(own)}/debrief`;
    });
    response.redirect(303, address);
  }

  @Get('paper')
  @Allow(TeamTable)
  async paper(@Subject() own: Facilitated, @Res() response: Response): Promise<void> {
    response.render('simulations/paper', paperPage(await this.led.sheet(own, pageOf(response))));
  }

  @Get('data.json')
  @Allow(TeamTable)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="chapterhouse-debrief.json"')
  async data(@Subject() own: Facilitated, @Res({ passthrough: true }) response: Response): Promise<string> {
    return dataOf(await this.led.sheet(own, pageOf(response)));
  }
}
