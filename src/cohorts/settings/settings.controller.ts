import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type FormError, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { asOnPage, detailsOf, SettingsForm, spanErrors } from '../cohort.form';
import { LeadOfCohort, type OwnCohort } from '../cohort-team.guard';
import { Cohorts } from '../cohorts.service';
import { Enrolments } from '../enrolment/enrolments.service';
import { WaitingLists } from '../waiting/waiting-lists.service';
import { settingsConflict, settingsPage } from './settings.view';

@Controller('cohorts/:cohort')
export class SettingsController {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly enrolments: Enrolments,
    private readonly waiting: WaitingLists,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('settings')
  @Allow(LeadOfCohort)
  @Render('cohorts/settings')
  settings(@Subject() own: OwnCohort, @Now() now: Date) {
    return settingsPage(own, now);
  }

  @Post('settings')
  @Allow(LeadOfCohort)
  async change(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(SettingsForm)) form: Submitted<SettingsForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = own.cohort;
    const errors = [...form.errors, ...spanErrors(form), ...(await this.crowded(id, form))];
    if (errors.length)
      return response.status(422).render('cohorts/settings', settingsPage(own, request.arrivedAt, form.values, asOnPage(errors)));
    const version = Number(form.values.version);
    const address = `/cohorts/${id}/settings`;
    try {
      await this.outcomes.run(viewer.id, form.formId, async (write) => {
        await this.cohorts.change(write, { id, version }, detailsOf(form.values));
        await this.waiting.fill(write, id, request.arrivedAt); // there may be more places, or more days
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.cohorts.byId(id))!;
      return response.status(409).render('errors/conflict', settingsConflict(form.values, theirs, language));
    }
    await redirectSaying(request, response, address, 'cohorts.flash.changed');
  }

  /** There cannot be fewer places than people. */
  private async crowded(cohortId: string, { values, errors }: Submitted<SettingsForm>): Promise<FormError[]> {
    if (errors.some(({ field }) => field === 'places')) return [];
    const { places } = detailsOf(values);
    const taken = await this.enrolments.taken(cohortId);
    return places !== null && places < taken ? [{ field: 'places', key: 'cohorts.error.places-taken', details: { min: taken } }] : [];
  }
}
