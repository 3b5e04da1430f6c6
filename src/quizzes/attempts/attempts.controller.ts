import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Content } from '../../content/content.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Attempt } from './attempt.entity';
import { HandInForm } from './attempt.form';
import { Attempts } from './attempts.service';
import { confirmPage } from './confirm.view';
import { LookAgains } from './look-agains.service';
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
    private readonly flags: LookAgains,
  ) {}

  @Get()
  @Allow(OwnAttempt)
  async summary(
    @Subject() { attempt }: OpenAttempt,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const answered = await this.answered(attempt, language, now);
    if (answered) response.render('quizzes/summary', summaryPage(...answered));
    else response.redirect(303, `/attempts/${attempt.id}/result`);
  }

  /** Asked only when something is open; then handing in takes two presses. */
  @Get('hand-in')
  @Allow(OwnAttempt)
  async confirm(
    @Subject() { attempt }: OpenAttempt,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const answered = await this.answered(attempt, language, now);
    if (answered) response.render('quizzes/confirm', confirmPage(...answered));
    else response.redirect(303, `/attempts/${attempt.id}/result`);
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

  /** What is answered so far; null when the attempt has ended. */
  private async answered(attempt: Attempt, language: Language, now: Date): Promise<Parameters<typeof summaryPage> | null> {
    const state = await this.attempts.stateOf(attempt, now);
    if (state !== 'in-progress' && state !== 'overdue') return null;
    const [paper, words, answers, flags] = await Promise.all([
      this.quizzes.paper(attempt),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
      this.flags.of(attempt.id),
    ]);
    return [attempt, state, { paper, words, answers, flags, now }];
  }
}
