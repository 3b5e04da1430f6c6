import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Study } from '../../cohorts/enrolment/study';
import { Studies } from '../../cohorts/enrolment/studies.service';
import { Content } from '../../content/content.service';
import type { Language } from '../../kernel/language';
import { type ModuleOutline, Outlines } from '../../modules/outlines.service';
import { stepSubject } from '../../progress/subjects';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { review } from '../review';
import { Attempts } from './attempts.service';
import { type OpenAttempt, OwnAttempt } from './quiz-step.guard';
import { QuizVersions } from './quiz-versions.service';
import { resultPage } from './result.view';

@Controller('attempts/:attempt/result')
export class ResultController {
  constructor(
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
    private readonly outlines: Outlines,
    private readonly studies: Studies,
  ) {}

  @Get()
  @Allow(OwnAttempt)
  async result(@Subject() open: OpenAttempt, @InLanguage() language: Language, @Now() now: Date, @Res() response: Response): Promise<void> {
    const { attempt } = open;
    if (!attempt.handedInAt) {
      const closed = await this.attempts.closeWhenOver(open, now);
      return response.redirect(303, closed ? `/attempts/${attempt.id}/result` : `/attempts/${attempt.id}`);
    }
    const study = await open.study();
    const [quiz, words, accepted, answers, outline, standing, done] = await Promise.all([
      this.quizzes.quiz(attempt.quizVersionId),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.quizzes.accepted(attempt.quizVersionId),
      this.attempts.answersOf(attempt.id),
      this.outlineOf(study, attempt.module, language),
      this.studies.standingOf(study),
      this.studies.done(study),
    ]);
    const givens = new Map(answers.map(({ question, given }) => [question, given]));
    const reviewed = review(quiz, givens, accepted, words.has);
    const passedOnce = done.has(stepSubject(attempt.module, attempt.step));
    response.render('quizzes/result', resultPage({ attempt, study, quiz, words, reviewed, outline, standing, passedOnce }));
  }

  /** Null when newer versions of the programme do without the module. */
  private async outlineOf({ cohort: { pins } }: Study, module: string, language: Language): Promise<ModuleOutline | null> {
    const name = `module:${module}`;
    return Object.hasOwn(pins, name) ? this.outlines.module(pins[name]!, language) : null;
  }
}
