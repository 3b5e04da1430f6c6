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
  summary(@Subject() open: OpenAttempt, @InLanguage() language: Language, @Now() now: Date, @Res() response: Response): Promise<void> {
    return this.show('quizzes/summary', open, language, now, response);
  }

  /** Asked only when something is open; then handing in takes two presses. */
  @Get('hand-in')
  @Allow(OwnAttempt)
  confirm(@Subject() open: OpenAttempt, @InLanguage() language: Language, @Now() now: Date, @Res() response: Response): Promise<void> {
    return this.show('quizzes/confirm', open, language, now, response);
  }

  @Post('hand-in')
  @Allow(OwnAttempt)
  async handIn(
    @Subject() { attempt }: OpenAttempt,
    @Body(new FormPipe(HandInForm)) form: Submitted<HandInForm>,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(attempt.personId, form.formId, async () => {
      await this.attempts.handIn(attempt.id, now);
      return `/attempts/${attempt.id}/result`;
    });
    response.redirect(303, address);
  }

  private async show(template: string, { attempt }: OpenAttempt, language: Language, now: Date, response: Response): Promise<void> {
    const state = await this.attempts.stateOf(attempt, now);
    if (state !== 'in-progress' && state !== 'overdue') return response.redirect(303, `/attempts/${attempt.id}/result`);
    const [paper, words, answers] = await Promise.all([
      this.quizzes.paper(attempt),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
    ]);
    response.render(template, summaryPage(attempt, state, paper, words, answers, now));
  }
}
