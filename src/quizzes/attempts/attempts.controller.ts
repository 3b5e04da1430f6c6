import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Content } from '../../content/content.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { HandInForm } from './attempt.form';
import { Attempts } from './attempts.service';
import { QuizVersions } from './quiz-versions.service';
import { type OpenAttempt, OwnAttempt } from './quiz-step.guard';
import { summaryPage } from './summary.view';

@Controller('attempts/:attempt')
export class AttemptsController {
  constructor(
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnAttempt)
  async summary(
    @Subject() open: OpenAttempt,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const { attempt } = open;
    if (attempt.handedInAt || (await this.attempts.closeWhenOver(open, now)))
      return response.redirect(303, `/attempts/${attempt.id}/result`);
    const [quiz, words, answers] = await Promise.all([
      this.quizzes.quiz(attempt.quizVersionId),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
    ]);
    response.render('quizzes/summary', summaryPage(open, quiz, words, answers, now));
  }

  @Post('hand-in')
  @Allow(OwnAttempt)
  async handIn(
    @Subject() open: OpenAttempt,
    @Body(new FormPipe(HandInForm)) form: Submitted<HandInForm>,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const study = await open.study();
    const address = await this.outcomes.run(study.personId, form.formId, async () => {
      await this.attempts.handIn(open.attempt.id, study, now);
      return `/attempts/${open.attempt.id}/result`;
    });
    response.redirect(303, address);
  }
}
