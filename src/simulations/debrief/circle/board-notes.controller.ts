import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { PressForm } from '../../../web/forms/press.form';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import { pageOf } from '../page-of';
import { Boards } from './boards.service';
import { NoteForm } from './circle.form';
import { CirclePages } from './circle-pages.service';
import { needs } from './needs';
import { OwnCircle, type OwnDebrief } from './own-circle.guard';

/** The board of a table, as its people fill it. */
@Controller('tables/:table/debrief/board')
export class BoardNotesController {
  constructor(
    private readonly pages: CirclePages,
    private readonly boards: Boards,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnCircle)
  async board(@Subject() own: OwnDebrief, @Res() response: Response): Promise<void> {
    needs('description', own);
    response.render('simulations/board', await this.pages.board(own, pageOf(response)));
  }

  @Post()
  @Allow(OwnCircle)
  async pin(
    @Subject() own: OwnDebrief,
    @Body(new FormPipe(NoteForm)) { values, errors, formId }: Submitted<NoteForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    needs('description', own);
    const { id, personId } = own.table;
    response.locals['written'] = [values.text];
    if (errors.length)
      return response.status(422).render('simulations/board', await this.pages.board(own, pageOf(response), values.text, errors));
    const address = await this.outcomes.run(personId, formId, async (write) => {
      await this.boards.pin(write, id, personId, values.kind, values.text, request.arrivedAt);
      return `/tables/${id}/debrief/board`;
    });
    response.redirect(303, address);
  }

  @Post(':note/removal')
  @Allow(OwnCircle)
  async takeOff(
    @Subject() own: OwnDebrief,
    @Param('note') note: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Res() response: Response,
  ): Promise<void> {
    const { id, personId } = own.table;
    const address = await this.outcomes.run(personId, formId, async (write) => {
      await this.boards.takeOff(write, id, note, personId);
      return `/tables/${id}/debrief/board`;
    });
    response.redirect(303, address);
  }
}
