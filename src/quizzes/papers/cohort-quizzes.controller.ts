import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { CohortQuizzes } from './cohort-quizzes.service';
import { cohortQuizzesPage } from './cohort-quizzes.view';
import { ChangeDaysForm, daysErrors, daysOf } from './paper.form';
import { type OwnSetQuiz, QuizOfCohort } from './set-quiz.guard';
import { SetQuizzes } from './set-quizzes.service';

/** The quizzes of its chapter that a cohort takes, and what came of them. */
@Controller('cohorts/:cohort/quizzes')
export class CohortQuizzesController {
  constructor(
    private readonly quizzes: CohortQuizzes,
    private readonly sets: SetQuizzes,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  @Render('quizzes/cohort-quizzes')
  async list(@Subject() own: OwnCohort, @InLanguage() language: Language, @Now() now: Date) {
    return cohortQuizzesPage(own, await this.quizzes.of(own.cohort, language), now);
  }

  @Post(':quiz/days')
  @Allow(QuizOfCohort)
  async days(
    @Subject() own: OwnSetQuiz,
    @Body(new FormPipe(ChangeDaysForm)) form: Submitted<ChangeDaysForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const errors = [...form.errors, ...daysErrors(form)].map((error) => ({ ...error, field: `${error.field}-${own.set.slug}` }));
    if (errors.length) {
      const found = await this.quizzes.of(own.cohort, (response.locals['page'] as Page).language);
      const typed = { slug: own.set.slug, ...values };
      return response.status(422).render('quizzes/cohort-quizzes', cohortQuizzesPage(own, found, request.arrivedAt, typed, errors));
    }
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.sets.changeDays(write, { id: own.set.id, version: Number(values.version) }, daysOf(values));
      return `/cohorts/${own.cohort.id}/quizzes`;
    });
    await redirectSaying(request, response, address, 'papers.flash.days');
  }

  @Post(':quiz/adoption')
  @Allow(QuizOfCohort)
  async adopt(
    @Subject() own: OwnSetQuiz,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.sets.adopt(write, own.set);
      return `/cohorts/${own.cohort.id}/quizzes`;
    });
    await redirectSaying(request, response, address, 'papers.flash.adopted');
  }

  /** The cohort is what somebody may touch: a quiz that was taken back by the same press is not there any more, and the press is still answered. */
  @Post(':quiz/removal')
  @Allow(TrainerOfCohort)
  async takeBack(
    @Subject() own: OwnCohort,
    @Param('quiz') slug: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const set = await this.sets.bySlug(own.cohort.id, slug);
      if (!set) throw new NotFound();
      await this.sets.takeBack(write, set, request.arrivedAt);
      return `/cohorts/${own.cohort.id}/quizzes`;
    });
    await redirectSaying(request, response, address, 'papers.flash.taken-back');
  }
}
