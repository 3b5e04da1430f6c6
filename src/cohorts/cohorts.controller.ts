import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LeadOfChapter, type OwnChapter, TrainerOfChapter } from '../chapters/chapter-team.guard';
import { Outcomes } from '../database/outcomes.service';
import type { Language } from '../kernel/language';
import { NotFound } from '../kernel/not-found';
import { FormPipe, type FormError, type Submitted } from '../web/forms/form.pipe';
import { Allow } from '../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../web/requests/request-words';
import type { Viewer } from '../web/requests/viewer';
import { redirectSaying } from '../web/sessions/flash';
import { again, asOnPage, CohortForm, detailsOf, spanErrors } from './cohort.form';
import type { Cohort } from './cohort.entity';
import { CohortQueries } from './cohorts.queries';
import { Cohorts } from './cohorts.service';
import { archivedPage, listPage, newPage } from './cohorts.view';
import { type Offered, Programmes } from './programmes.service';
import { Repeats } from './repeats.service';
import { daysBetween, phase } from './schedule';
import type { Timetable } from './timetable/timetable';
import { shifted } from './timetable/usual';

@Controller('chapters/:chapter/cohorts')
export class CohortsController {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly queries: CohortQueries,
    private readonly programmes: Programmes,
    private readonly repeats: Repeats,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfChapter)
  @Render('cohorts/list')
  async list(@Subject() own: OwnChapter, @InLanguage() language: Language, @Now() now: Date) {
    const cohorts = await this.cohorts.ofChapter(own.chapter.id);
    const [people, titles] = await Promise.all([this.queries.people(own.chapter.id), this.programmes.titlesFor(cohorts, language)]);
    return listPage(own, cohorts, { people, titles }, now);
  }

  /** What was put away. */
  @Get('archived')
  @Allow(TrainerOfChapter)
  @Render('cohorts/archived')
  async archived(@Subject() own: OwnChapter, @InLanguage() language: Language, @Now() now: Date) {
    const cohorts = (await this.cohorts.ofChapter(own.chapter.id)).filter(({ archivedAt }) => archivedAt);
    const [people, titles] = await Promise.all([this.queries.people(own.chapter.id), this.programmes.titlesFor(cohorts, language)]);
    return archivedPage(own, cohorts, { people, titles }, now);
  }

  @Get('new')
  @Allow(LeadOfChapter)
  @Render('cohorts/new')
  async new(@Subject() { chapter }: OwnChapter, @Query('like') like: unknown, @InLanguage() language: Language, @Now() now: Date) {
    const offers = await this.offers(chapter.id, language);
    const model = like === undefined ? null : (await this.cohorts.ofChapter(chapter.id)).find(({ id }) => id === like);
    if (model === undefined) throw new NotFound();
    if (!model) return newPage(chapter, offers, now);
    return newPage(chapter, offers, now, again(model, await this.programmes.slugOf(model), now));
  }

  @Post()
  @Allow(LeadOfChapter)
  async open(
    @Subject() { chapter }: OwnChapter,
    @Body(new FormPipe(CohortForm)) form: Submitted<CohortForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const offers = await this.offers(chapter.id, language);
    const chosen = offers.programmes.find(({ slug }) => slug === form.values.programme);
    const errors = [...form.errors, ...spanErrors(form)];
    if (form.values.programme && !chosen) errors.push(wrong('programme', 'cohorts.error.programme'));
    if (!errors.length && phase(form.values, now) === 'over') errors.push(wrong('endsOn', 'cohorts.error.over'));
    if (errors.length || !chosen)
      return response.status(422).render('cohorts/new', newPage(chapter, offers, now, form.values, asOnPage(errors)));
    const draft = form.values.as === 'draft';
    const model = form.values.like ? (await this.cohorts.ofChapter(chapter.id)).find(({ id }) => id === form.values.like) : undefined;
    const details = { ...detailsOf(form.values), timetable: model ? await this.timetableOf(model, form.values) : null };
    const address = await this.outcomes.run(viewer.id, form.formId, async (write) => {
      const id = await this.cohorts[draft ? 'draft' : 'open'](write, chapter.id, chosen.versionId, details, now);
      if (model) await this.repeats.take(write, model.id, id, now);
      return draft ? `/cohorts/${id}` : `/cohorts/${id}/roster/add`;
    });
    await redirectSaying(request, response, address, draft ? 'states.flash.drafted' : 'cohorts.flash.opened');
  }

  /** The timetable of the cohort that is run again, moved as far as its first day; null for another programme. */
  private async timetableOf(model: Cohort, { programme, startsOn }: CohortForm): Promise<Timetable | null> {
    if (!model.timetable || (await this.programmes.slugOf(model)) !== programme) return null;
    return { ...shifted(model.timetable, daysBetween(model.startsOn, startsOn)), before: null };
  }

  /** What can be taken, and what this chapter took last. */
  private async offers(chapterId: string, language: Language): Promise<{ programmes: Offered[]; usually: string | null }> {
    const [programmes, [last]] = await Promise.all([this.programmes.all(language), this.cohorts.ofChapter(chapterId)]);
    return { programmes, usually: last ? await this.programmes.slugOf(last) : null };
  }
}

const wrong = (field: string, key: string): FormError => ({ field, key, details: {} });
