import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Now, Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import type { Study } from '../enrolment/study';
import { phase } from '../schedule';
import { leavingPage } from './leaving.view';
import { Moves } from './moves.service';
import { OwnEnrolment } from './own-enrolment.guard';

/** Leaving a cohort: first what stays and what does not, then the press. */
@Controller('learning/:enrolment/leaving')
export class LeavingController {
  constructor(
    private readonly moves: Moves,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnEnrolment)
  ask(@Subject() study: Study, @Now() now: Date, @Res() response: Response): void {
    const gone = study.state === 'withdrawn' || phase(study.cohort, now) === 'over';
    if (gone) return response.redirect(303, `/learning/${study.enrolmentId}/record`);
    response.render('cohorts/leaving', leavingPage(study));
  }

  @Post()
  @Allow(OwnEnrolment)
  async leave(
    @Subject() { enrolmentId, personId, cohort }: Study,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(personId, formId, async (write) => {
      await this.moves.leave(write, { enrolmentId, personId, cohortId: cohort.id }, request.arrivedAt);
      return '/learning';
    });
    await redirectSaying(request, response, address, 'moves.flash.left');
  }
}
