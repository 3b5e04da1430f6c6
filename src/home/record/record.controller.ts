import { Controller, Get, Render } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { OwnEnrolment } from '../../cohorts/moves/own-enrolment.guard';
import type { Language } from '../../kernel/language';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { settingsOf } from '../../content/quiz-settings';
import { QuizVersions } from '../../quizzes/attempts/quiz-versions.service';
import { closingOf } from '../../quizzes/attempts/results.service';
import { momentOf, rightsAt } from '../../quizzes/sitting/review-rights';
import { recordPage } from './record.view';
import { Records } from './records.service';

/** What somebody did in a cohort: theirs to read, also when they have left. */
@Controller('learning/:enrolment/record')
export class RecordController {
  constructor(
    private readonly records: Records,
    private readonly quizzes: QuizVersions,
  ) {}

  @Get()
  @Allow(OwnEnrolment)
  @Render('home/record')
  async record(@Subject() study: Study, @InLanguage() language: Language, @Now() now: Date) {
    const kept = await this.records.of(study, language);
    const versions = [...new Set(kept.tries.map(({ quizVersionId }) => quizVersionId))];
    const rules = new Map(await Promise.all(versions.map(async (id) => [id, settingsOf(await this.quizzes.quiz(id)).review] as const)));
    const told = (id: string, handedInAt: Date) => rightsAt(rules.get(id)!, momentOf(handedInAt, closingOf(study), now)).marks;
    return recordPage(study, kept, told);
  }
}
