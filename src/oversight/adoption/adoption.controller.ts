import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Adoptions } from '../../cohorts/adoption/adoptions.service';
import { LeadOfCohort, type OwnCohort } from '../../cohorts/cohort-team.guard';
import { Cohorts } from '../../cohorts/cohorts.service';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { AdoptionForm } from './adoption.form';
import { Prospects } from './adoption-pages.service';
import { adoptionPage } from './adoption.view';

/** What changed in newer versions, and whether a cohort takes them over. */
@Controller('cohorts/:cohort/newer')
export class AdoptionController {
  constructor(
    private readonly prospects: Prospects,
    private readonly adoptions: Adoptions,
    private readonly cohorts: Cohorts,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(LeadOfCohort)
  @Render('oversight/adoption')
  async page(@Subject() own: OwnCohort, @InLanguage() language: Language, @Now() now: Date) {
    return this.pageOf(own, language, now);
  }

  @Post()
  @Allow(LeadOfCohort)
  async adopt(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(AdoptionForm)) form: Submitted<AdoptionForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const work = (write: Writer) => this.adoptions.adopt(write, decisionIn(own, form), viewer.id, now);
    if (await this.decided(own, form, viewer, work)) return redirectSaying(request, response, addressOf(own), 'adoption.flash.adopted');
    response.status(409).render('oversight/adoption', await this.pageOf(own, language, now, true));
  }

  @Post('later')
  @Allow(LeadOfCohort)
  async later(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(AdoptionForm)) form: Submitted<AdoptionForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer) => this.adoptions.passOver(write, decisionIn(own, form));
    if (await this.decided(own, form, viewer, work)) return redirectSaying(request, response, addressOf(own), 'adoption.flash.later');
    response.status(409).render('oversight/adoption', await this.pageOf(own, language, request.arrivedAt, true));
  }

  /** False when something changed under the page, and so nothing was done. */
  private async decided(own: OwnCohort, form: Submitted<AdoptionForm>, viewer: Viewer, work: (write: Writer) => Promise<void>) {
    if (form.errors.length) throw new UnreadableForm('shape', form.errors[0]!.field);
    try {
      await this.outcomes.run(viewer.id, form.formId, async (write) => {
        await work(write);
        return addressOf(own);
      });
      return true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return false;
    }
  }

  private async pageOf(own: OwnCohort, language: Language, now: Date, stale = false) {
    const cohort = (await this.cohorts.byId(own.cohort.id))!;
    const [prospect, adoption] = [await this.prospects.of(cohort, language, now), await this.adoptions.of(cohort.id)];
    return adoptionPage({ ...own, cohort }, prospect, { passedOver: adoption?.passedOver ?? null, stale, now });
  }
}

const addressOf = ({ cohort }: OwnCohort) => `/cohorts/${cohort.id}`;

function decisionIn({ cohort }: OwnCohort, { values }: Submitted<AdoptionForm>) {
  return { cohort, version: Number(values.version), fingerprint: values.newest };
}
