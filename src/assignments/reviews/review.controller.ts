import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { fileHeaders } from '../files/file-headers';
import { Files } from '../files/files.service';
import { Answers } from './answers.service';
import { corrections, strange } from './given';
import { queuePage } from './queue.view';
import { ReviewForm } from './review.form';
import { ReviewPages } from './review-pages.service';
import { reviewPage } from './review.view';
import { ReviewQueue } from './review-queue.service';
import { WorkOfCohort, type WorkOfTeam } from './work-of-cohort.guard';

/** The works of a cohort, as its team answers them. */
@Controller('cohorts/:cohort/works')
export class ReviewController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly pages: ReviewPages,
    private readonly answers: Answers,
    private readonly files: Files,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  @Render('assignments/queue')
  async list(@Subject() own: OwnCohort, @CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    const works = await this.queue.of(own.cohort.id, now);
    return queuePage(own, works, await this.pages.titles(works, language), viewer);
  }

  @Get(':work')
  @Allow(WorkOfCohort)
  @Render('assignments/review')
  async work(@Subject() own: WorkOfTeam, @CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    return reviewPage(own, await this.pages.of(own.handedIn, language), viewer, now);
  }

  @Post(':work')
  @Allow(WorkOfCohort)
  async answer(
    @Subject() own: WorkOfTeam,
    @Body(new FormPipe(ReviewForm)) { values, errors: broken, formId }: Submitted<ReviewForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const { id } = own.handedIn;
    const page = async (status: number, errors: FormError[]) =>
      response
        .status(status)
        .render('assignments/review', reviewPage(own, await this.pages.of(own.handedIn, language), viewer, now, values, errors));
    const { task } = await this.pages.of(own.handedIn, language);
    if (strange(task, values.levels)) throw new NotFound();
    const errors = broken.length ? broken : corrections(task, values);
    if (errors.length) return page(422, errors);
    const list = `/cohorts/${own.cohort.id}/works`;
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        const by = { chapterId: own.chapter.id, reviewerId: viewer.id };
        await this.answers.answer(write, { id, version: Number(values.version) }, by, values, now);
        return list;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return page(409, [{ field: 'comment', key: 'assignments.error.meanwhile', details: {} }]);
    }
    await redirectSaying(request, response, list, `assignments.flash.${values.verdict}`);
  }

  @Get(':work/files/:file')
  @Allow(WorkOfCohort)
  async file(@Subject() { handedIn }: WorkOfTeam, @Param('file') id: string, @Res() response: Response): Promise<void> {
    const found = await this.files.bytesOf(handedIn.id, id);
    if (!found || found.file.since > handedIn.number) throw new NotFound(); // what is still being written is not theirs to see
    response.set(fileHeaders(found.file)).send(found.bytes);
  }
}
