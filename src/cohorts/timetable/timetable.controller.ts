import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { LeadOfCohort, type OwnCohort } from '../cohort-team.guard';
import { Cohorts } from '../cohorts.service';
import { NO_DAYS } from './timetable';
import { daysOf, TimetableForm, typedTimes } from './timetable.form';
import { timetableConflict, timetablePage } from './timetable.view';
import { Timetables } from './timetables.service';
import { usualDays } from './usual';

/** When the modules of a cohort open and are due. */
@Controller('cohorts/:cohort/timetable')
export class TimetableController {
  constructor(
    private readonly timetables: Timetables,
    private readonly cohorts: Cohorts,
    private readonly outcomes: Outcomes,
  ) {}

  /** `fill` puts days into the form that are not saved yet: the usual ones, or those before the last change. */
  @Get()
  @Allow(LeadOfCohort)
  @Render('cohorts/timetable')
  async timetable(@Subject() own: OwnCohort, @Query('fill') fill: unknown, @InLanguage() language: Language) {
    const modules = await this.timetables.modules(own.cohort, language);
    const order = modules.map(({ slug }) => slug);
    const { timetable } = own.cohort;
    const before = fill === 'before' ? (timetable?.before ?? null) : null;
    const filled = fill === 'usual' ? usualDays(order, own.cohort, timetable?.ends ?? 'zone') : before;
    return timetablePage(own, modules, typedTimes(filled ?? timetable ?? NO_DAYS, order), { filled: filled !== null });
  }

  @Post()
  @Allow(LeadOfCohort)
  async change(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(TimetableForm)) { values, errors, formId }: Submitted<TimetableForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const modules = await this.timetables.modules(own.cohort, language);
    const order = modules.map(({ slug }) => slug);
    const { days, errors: wrong } = daysOf(values, order, own.cohort);
    const all = [...wrong, ...errors];
    if (all.length)
      return response
        .status(422)
        .render('cohorts/timetable', timetablePage(own, modules, values, { version: values.version, errors: all }));
    const address = `/cohorts/${own.cohort.id}/timetable`;
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.timetables.change(write, own.cohort, Number(values.version), days);
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.cohorts.byId(own.cohort.id))!;
      const page = response.locals['page'] as Page;
      return response.status(409).render('errors/conflict', timetableConflict(typedTimes(days, order), theirs, modules, page));
    }
    await redirectSaying(request, response, address, 'timetable.flash.saved');
  }
}
