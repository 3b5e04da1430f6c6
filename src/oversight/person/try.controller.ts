import { Controller, Get, Param, Render } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { Database } from '../../database/database.service';
import { isId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Attempt } from '../../quizzes/attempts/attempt.entity';
import { Attempts } from '../../quizzes/attempts/attempts.service';
import { QuizVersions } from '../../quizzes/attempts/quiz-versions.service';
import { Results } from '../../quizzes/attempts/results.service';
import { isOpen } from '../../quizzes/sitting/timing';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Subject } from '../../web/requests/request-words';
import { type OwnPerson, PersonOfCohort } from './person-of-cohort.guard';
import { tryPage } from './try.view';

/** One try of a person's, once it has ended; before that it is nobody else's business. */
@Controller('cohorts/:cohort/people/:enrolment/tries/:attempt')
export class TryController {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
    private readonly results: Results,
  ) {}

  @Get()
  @Allow(PersonOfCohort)
  @Render('oversight/try')
  async try(@Subject() own: OwnPerson, @Param('attempt') id: string, @InLanguage() language: Language) {
    const { enrolmentId } = own.study;
    const attempt = isId(id) ? await this.database.read(Attempt).findOneBy({ id, enrolmentId }) : null;
    if (!attempt || isOpen(attempt) || attempt.preview) throw new NotFound();
    const [paper, words, answers] = await Promise.all([
      this.quizzes.paper(attempt),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
    ]);
    return tryPage(own, attempt, paper, words, await this.results.reviewed(attempt, answers, words.has));
  }
}
