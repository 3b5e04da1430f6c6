import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../../database/outcomes.service';
import { NotFound } from '../../../kernel/not-found';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import { redirectSaying } from '../../../web/sessions/flash';
import { type Facilitated, TeamTable } from '../../together/team-table.guard';
import { pageOf } from '../page-of';
import { LevelsForm } from './circle.form';
import { DebriefRatings } from './debrief-ratings.service';
import { ratingsIn } from './elements';
import { addressOf, FacilitationPages } from './facilitation-pages.service';
import { rubricIn } from './rubric';
import { Rubrics } from './rubrics.service';

/** What somebody of the team says: about each person at the table, and about the debrief that they led. */
@Controller('cohorts/:cohort/tables/:table/debrief')
export class RubricController {
  constructor(
    private readonly pages: FacilitationPages,
    private readonly rubrics: Rubrics,
    private readonly ratings: DebriefRatings,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('rubric/:place')
  @Allow(TeamTable)
  async rubric(@Subject() own: Facilitated, @Param('place') id: string, @Res() response: Response): Promise<void> {
    const place = await this.pages.place(own, id);
    response.render('simulations/rubric', await this.pages.rubric(own, place, pageOf(response)));
  }

  @Post('rubric/:place')
  @Allow(TeamTable)
  async mark(
    @Subject() own: Facilitated,
    @Param('place') id: string,
    @Body(new FormPipe(LevelsForm)) { values, errors, formId }: Submitted<LevelsForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const place = await this.pages.place(own, id);
    response.locals['written'] = [values.comment];
    if (errors.length)
      return response.status(422).render('simulations/rubric', await this.pages.rubric(own, place, pageOf(response), values, errors));
    const levels = rubricIn(values.levels ?? {});
    if (!levels) throw new NotFound();
    const address = await this.outcomes.run(own.personId, formId, async (write) => {
      const by = { placeId: place.id, raterId: own.personId };
      await this.rubrics.mark(write, by, { levels, comment: values.comment }, Number(values.version), request.arrivedAt);
      return `${addressOf(own)}/debrief`;
    });
    await redirectSaying(request, response, address, 'debriefing.rubric.kept');
  }

  @Get('rating')
  @Allow(TeamTable)
  async rating(@Subject() own: Facilitated, @Res() response: Response): Promise<void> {
    response.render('simulations/rating', await this.pages.rating(own, pageOf(response)));
  }

  @Post('rating')
  @Allow(TeamTable)
  async rate(
    @Subject() own: Facilitated,
    @Body(new FormPipe(LevelsForm)) { values, errors, formId }: Submitted<LevelsForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.locals['written'] = [values.comment];
    if (errors.length)
      return response.status(422).render('simulations/rating', await this.pages.rating(own, pageOf(response), values, errors));
    const levels = ratingsIn(values.levels ?? {});
    if (!levels) throw new NotFound();
    const address = await this.outcomes.run(own.personId, formId, async (write) => {
      const by = { tableId: own.table.id, personId: own.personId, facilitator: true };
      await this.ratings.rate(write, by, { levels, comment: values.comment }, Number(values.version), request.arrivedAt);
      return `${addressOf(own)}/debrief`;
    });
    await redirectSaying(request, response, address, 'debriefing.rating.kept');
  }
}
