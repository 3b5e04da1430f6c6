import { Controller, Get, Param, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Content } from '../../content/content.service';
import { Database } from '../../database/database.service';
import { isId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Attempt } from '../../quizzes/attempts/attempt.entity';
import { Attempts } from '../../quizzes/attempts/attempts.service';
import { LateAnswers } from '../../quizzes/attempts/late-answers.service';
import { Results } from '../../quizzes/attempts/results.service';
import { isOpen } from '../../quizzes/sitting/timing';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import type { Page } from '../../web/views/page';
import { type OwnPerson, PersonOfCohort } from './person-of-cohort.guard';
import { tryPage } from './try.view';

/** One try of a person's, once it has ended; before that it is nobody else's business. */
@Controller('cohorts/:cohort/people/:enrolment/tries/:attempt')
export class TryController {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly late: LateAnswers,
    private readonly content: Content,
    private readonly results: Results,
  ) {}

  @Get()
  @Allow(PersonOfCohort)
  @Render('oversight/try')
  async try(
    @Subject() own: OwnPerson,
    @Param('attempt') id: string,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Res({ passthrough: true }) { locals }: Response,
  ) {
    const { enrolmentId } = own.study;
    const attempt = isId(id) ? await this.database.read(Attempt).findOneBy({ id, enrolmentId }) : null;
    if (!attempt || isOpen(attempt) || attempt.preview) throw new NotFound();
    const [quiz, words, answers, late] = await Promise.all([
      this.attempts.paperToReview(attempt),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
      this.late.of(attempt.id),
    ]);
    const reviewed = await this.results.reviewed(attempt, answers, words.has);
    const { say } = locals['page'] as Page;
    const came = { answers: late, questions: quiz.questions, words, say, own: own.person.id === viewer.id };
    return tryPage(own, attempt, { quiz, words, reviewed, late: came });
  }
}
