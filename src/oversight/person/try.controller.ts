import { Controller, Get, Param, Render } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { Database } from '../../database/database.service';
import { isId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Attempt } from '../../quizzes/attempts/attempt.entity';
import { Attempts } from '../../quizzes/attempts/attempts.service';
import { QuizVersions } from '../../quizzes/attempts/quiz-versions.service';
import { review } from '../../quizzes/review';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Subject } from '../../web/requests/request-words';
import { type OwnPerson, PersonOfCohort } from './person-of-cohort.guard';
import { tryPage } from './try.view';

/** One try of a person's, once it is handed in; before that it is nobody else's business. */
@Controller('cohorts/:cohort/people/:enrolment/tries/:attempt')
export class TryController {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
  ) {}

  @Get()
  @Allow(PersonOfCohort)
  @Render('oversight/try')
  async try(@Subject() own: OwnPerson, @Param('attempt') id: string, @InLanguage() language: Language) {
    const { enrolmentId } = own.study;
    const attempt = isId(id) ? await this.database.read(Attempt).findOneBy({ id, enrolmentId }) : null;
    if (!attempt?.handedInAt) throw new NotFound();
    const [quiz, words, accepted, answers] = await Promise.all([
      this.quizzes.quiz(attempt.quizVersionId),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.quizzes.accepted(attempt.quizVersionId),
      this.attempts.answersOf(attempt.id),
    ]);
    const givens = new Map(answers.map(({ question, given }) => [question, given]));
    return tryPage(own, attempt, quiz, words, review(quiz, givens, accepted, words.has));
  }
}
