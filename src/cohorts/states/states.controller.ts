import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow, EvenClosed } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { LeadOfCohort, type OwnCohort } from '../cohort-team.guard';
import { CohortStates } from './states.service';

/** One press each: opening a draft, putting a cohort away, taking it out again. */
@Controller('cohorts/:cohort')
export class StatesController {
  constructor(
    private readonly states: CohortStates,
    private readonly outcomes: Outcomes,
  ) {}

  @Post('opening')
  @Allow(LeadOfCohort)
  async open(
    @Subject() { cohort }: OwnCohort,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.states.open(write, cohort.id, request.arrivedAt);
      return `/cohorts/${cohort.id}/roster/add`;
    });
    await redirectSaying(request, response, address, 'cohorts.flash.opened');
  }

  @Post('archiving')
  @Allow(LeadOfCohort)
  @EvenClosed()
  async archive(
    @Subject() { cohort, chapter }: OwnCohort,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.states.archive(write, cohort.id, viewer.id, request.arrivedAt);
      return `/chapters/${chapter.slug}/cohorts`;
    });
    await redirectSaying(request, response, address, 'states.flash.archived');
  }

  @Post('return')
  @Allow(LeadOfCohort)
  @EvenClosed()
  async bringBack(
    @Subject() { cohort }: OwnCohort,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.states.bringBack(write, cohort.id, viewer.id, request.arrivedAt);
      return `/cohorts/${cohort.id}`;
    });
    await redirectSaying(request, response, address, 'states.flash.brought-back');
  }
}
