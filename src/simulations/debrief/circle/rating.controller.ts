import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../../database/outcomes.service';
import { NotFound } from '../../../kernel/not-found';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import { redirectSaying } from '../../../web/sessions/flash';
import { Tables } from '../../tables/tables.service';
import { DebriefPages } from '../debrief-pages.service';
import { pageOf } from '../page-of';
import { ChannelsForm, LevelsForm } from './circle.form';
import { CirclePages } from './circle-pages.service';
import { DebriefRatings } from './debrief-ratings.service';
import { ratingsIn } from './elements';
import { needs } from './needs';
import { OwnCircle, type OwnDebrief } from './own-circle.guard';

/** What somebody says about the debrief itself, and what of their conversations may be opened in it. */
@Controller('tables/:table/debrief')
export class RatingController {
  constructor(
    private readonly pages: CirclePages,
    private readonly ratings: DebriefRatings,
    private readonly tables: Tables,
    private readonly steps: DebriefPages,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('rating')
  @Allow(OwnCircle)
  async rating(@Subject() own: OwnDebrief, @Res() response: Response): Promise<void> {
    needs('application', own);
    response.render('simulations/rating', await this.pages.rating(own, pageOf(response)));
  }

  @Post('rating')
  @Allow(OwnCircle)
  async rate(
    @Subject() own: OwnDebrief,
    @Body(new FormPipe(LevelsForm)) { values, errors, formId }: Submitted<LevelsForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    needs('application', own);
    if (errors.length)
      return response.status(422).render('simulations/rating', await this.pages.rating(own, pageOf(response), values, errors));
    const levels = ratingsIn(values.levels ?? {});
    if (!levels) throw new NotFound();
    const { id: tableId, personId } = own.table;
    const address = await this.outcomes.run(personId, formId, async (write) => {
      const said = { levels, comment: values.comment };
      await this.ratings.rate(write, { tableId, personId, facilitator: false }, said, Number(values.version), request.arrivedAt);
      return `/tables/${tableId}/debrief/application`;
    });
    await redirectSaying(request, response, address, 'debriefing.rating.kept');
  }

  /** The seat's other agreements stay as they are. */
  @Post('channels')
  @Allow(OwnCircle)
  async channels(
    @Subject() own: OwnDebrief,
    @Body(new FormPipe(ChannelsForm)) { values, errors, formId }: Submitted<ChannelsForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    needs('description', own);
    const { id, role, personId } = own.table;
    if (!role) throw new NotFound();
    if (errors.length) return this.steps.print(response.status(422), own, 'description', { errors, answers: {} });
    const address = await this.outcomes.run(personId, formId, async (write) => {
      const { consents } = (await this.tables.logOf(own)).state.seats[role]!;
      const purposes = [...consents.filter((one) => one !== 'channels'), ...(values.agreed ? ['channels'] : [])];
      const same = consents.includes('channels') === (values.agreed === 'yes');
      if (!same) await this.tables.act(write, own, { id: formId, command: { do: 'set-consent', purposes }, text: null }, request.arrivedAt);
      return `/tables/${id}/debrief/description`;
    });
    await redirectSaying(request, response, address, 'debriefing.channels.kept');
  }
}
