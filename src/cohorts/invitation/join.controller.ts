import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ArrivalForm, PressForm } from '../../chapters/arrivals/arrival.form';
import { Arrivals } from '../../chapters/arrivals/arrivals.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone, SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now, PerhapsViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { Enrolments } from '../enrolment/enrolments.service';
import { Joining } from '../enrolment/joining.service';
import { joinPage } from './join.view';
import { Offers } from './offers.service';

/** What the holder of an invitation link sees. */
@Controller('join/:token')
export class JoinController {
  constructor(
    private readonly offers: Offers,
    private readonly enrolments: Enrolments,
    private readonly joining: Joining,
    private readonly arrivals: Arrivals,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('cohorts/join')
  async look(@Param('token') token: string, @PerhapsViewer() viewer: Viewer | null, @InLanguage() language: Language, @Now() now: Date) {
    const cohort = await this.offers.cohort(token);
    const enrolment = viewer && (await this.enrolments.of(cohort.id, viewer.id));
    const next = enrolment && enrolment.state !== 'withdrawn' ? await this.joining.next(cohort, enrolment.id) : null;
    return joinPage(token, await this.offers.of(cohort, language), { viewer, next, now });
  }

  @Post()
  @Allow(Anyone)
  async arrive(
    @Param('token') token: string,
    @Body(new FormPipe(ArrivalForm)) form: Submitted<ArrivalForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const cohort = await this.offers.cohort(token);
    const { address, errors } = await this.arrivals.admit(request, form, {
      actor: `join ${cohort.id}`,
      language,
      zone: cohort.zone,
      work: (write, personId) => this.joining.join(write, cohort, personId, now),
    });
    if (!errors) return response.redirect(303, address);
    const page = joinPage(token, await this.offers.of(cohort, language), { viewer: null, next: null, now }, form, errors);
    response.status(422).render('cohorts/join', page);
  }

  @Post('enrolment')
  @Allow(SignedIn)
  async join(
    @Param('token') token: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const cohort = await this.offers.cohort(token);
    response.redirect(303, await this.outcomes.run(viewer.id, formId, (write) => this.joining.join(write, cohort, viewer.id, now)));
  }
}
