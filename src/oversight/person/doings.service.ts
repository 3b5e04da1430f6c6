import { Injectable } from '@nestjs/common';
import { Studies } from '../../cohorts/enrolment/studies.service';
import type { Study } from '../../cohorts/enrolment/study';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import { Outlines, type ProgrammeOutline } from '../../modules/outlines.service';
import { Ledger } from '../../progress/ledger.service';
import { doneSubjects, type Standing, standing } from '../../progress/standing';
import { Attempt } from '../../quizzes/attempts/attempt.entity';
import { QuizVersions } from '../../quizzes/attempts/quiz-versions.service';

/** What somebody has done in a study, step by step and try by try. */
export interface Doing {
  programme: ProgrammeOutline;
  standing: Standing;
  done: ReadonlySet<string>;
  /** When each subject of the ledger was done. */
  doneAt: ReadonlyMap<string, Date>;
  /** In the order in which they were begun. */
  attempts: Attempt[];
  /** Percent, by the version of the quiz; of the pinned ones too. */
  passMarks: ReadonlyMap<string, number>;
}

/** The doings of one person, with the standing that they see themselves. */
@Injectable()
export class Doings {
  constructor(
    private readonly database: Database,
    private readonly studies: Studies,
    private readonly ledger: Ledger,
    private readonly outlines: Outlines,
    private readonly quizzes: QuizVersions,
  ) {}

  async of({ enrolmentId, cohort }: Study, language: Language): Promise<Doing> {
    const [plan, completions, programme, attempts] = await Promise.all([
      this.studies.plan(cohort),
      this.ledger.of(enrolmentId),
      this.outlines.programme(cohort.programmeVersionId, cohort.pins, language),
      this.database.read(Attempt).find({ where: { enrolmentId, preview: false }, order: { startedAt: 'ASC', number: 'ASC' } }),
    ]);
    const pinned = Object.entries(cohort.pins).flatMap(([name, id]) => (name.startsWith('quiz:') ? [id] : []));
    const versions = [...new Set([...pinned, ...attempts.map(({ quizVersionId }) => quizVersionId)])];
    const passMarks = new Map(await Promise.all(versions.map(async (id) => [id, (await this.quizzes.quiz(id)).passMark] as const)));
    const doneAt = new Map(completions.map(({ subject, at }) => [subject as string, at]));
    return { programme, standing: standing(plan, completions), done: doneSubjects(completions), doneAt, attempts, passMarks };
  }
}
