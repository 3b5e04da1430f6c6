import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Audit } from '../../chapters/audit/audit.service';
import { Cohort } from '../../cohorts/cohort.entity';
import { Repeats } from '../../cohorts/repeats.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { ChapterQuiz } from './chapter-quiz.entity';
import type { QuizDays } from './quiz-days';
import { SetQuiz } from './set-quiz.entity';
import { SetQuizQueries } from './set-quizzes.queries';

/** Which quizzes of its chapter a cohort takes, and in which version. */
@Injectable()
export class SetQuizzes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queries: SetQuizQueries,
    private readonly audit: Audit,
    private readonly repeats: Repeats,
  ) {}

  /** A cohort that runs again takes the same quizzes, in their newest versions; its days are new ones, so theirs do not come along. */
  onModuleInit(): void {
    this.repeats.add(async (write, from, to, now) => {
      const quizzes = await this.database.read(ChapterQuiz).findBy({ id: In((await this.ofCohorts([from])).map(({ quizId }) => quizId)) });
      for (const { id, slug, publishedVersionId, archivedAt } of quizzes) {
        const fresh = { id: newId(), cohortId: to, quizId: id, slug, opensOn: null, closesOn: null, setAt: now, archivedAt: null };
        if (publishedVersionId && !archivedAt) await write.insert(SetQuiz, { ...fresh, versionId: publishedVersionId });
      }
    });
  }

  /** As they were set; those that were taken back stand last, because people have results there. */
  async ofCohort(cohortId: string): Promise<SetQuiz[]> {
    const all = await this.database.read(SetQuiz).find({ where: { cohortId }, order: { setAt: 'ASC', id: 'ASC' } });
    return [...all.filter(({ archivedAt }) => !archivedAt), ...all.filter(({ archivedAt }) => archivedAt)];
  }

  /** Those that are taken now, of several cohorts. */
  async ofCohorts(cohortIds: readonly string[]): Promise<SetQuiz[]> {
    if (!cohortIds.length) return [];
    const where = { cohortId: In([...cohortIds]), archivedAt: IsNull() };
    return this.database.read(SetQuiz).find({ where, order: { setAt: 'ASC', id: 'ASC' } });
  }

  ofQuizzes(quizIds: readonly string[]): Promise<SetQuiz[]> {
    if (!quizIds.length) return Promise.resolve([]);
    return this.database.read(SetQuiz).findBy({ quizId: In([...quizIds]), archivedAt: IsNull() });
  }

  bySlug(cohortId: string, slug: string): Promise<SetQuiz | null> {
    return this.database.read(SetQuiz).findOneBy({ cohortId, slug });
  }

  /** Sets the published version of a quiz for a cohort of its chapter; one that was taken back comes again. Setting it twice is once. */
  async set(write: Writer, quiz: ChapterQuiz, cohortId: string, days: QuizDays, by: string, now: Date): Promise<void> {
    await write.lock(Cohort, cohortId);
    const cohort = await this.database.read(Cohort).findOneBy({ id: cohortId, chapterId: quiz.chapterId });
    if (!cohort) throw new NotFound();
    if (cohort.archivedAt) throw new Refusal('states.refusal.archived');
    if (!quiz.publishedVersionId) throw new Refusal('papers.refusal.not-published');
    const before = await this.database.read(SetQuiz).findOneBy({ cohortId, quizId: quiz.id });
    if (before && !before.archivedAt) return;
    const fresh = { ...days, versionId: quiz.publishedVersionId, setAt: now, archivedAt: null };
    if (before) await write.changeAt(SetQuiz, before, fresh);
    else await write.insert(SetQuiz, { id: newId(), cohortId, quizId: quiz.id, slug: quiz.slug, ...fresh });
    await this.audit.note(write, { chapterId: quiz.chapterId, act: 'quiz-set', actorId: by, objectId: cohortId }, now);
  }

  /** Other days, for whoever has not begun; a `Conflict` when somebody else was quicker. */
  async changeDays(write: Writer, at: { id: string; version: number }, days: QuizDays): Promise<void> {
    await write.changeAt(SetQuiz, at, { ...days });
  }

  /** Takes the newest published version over; tries that were begun stay at theirs. */
  async adopt(write: Writer, set: SetQuiz): Promise<void> {
    const quiz = await this.database.read(ChapterQuiz).findOneByOrFail({ id: set.quizId });
    if (quiz.publishedVersionId === null || quiz.publishedVersionId === set.versionId) return;
    await write.changeAt(SetQuiz, set, { versionId: quiz.publishedVersionId });
  }

  /** Takes a quiz back: away when nobody has begun it, else closed, with its results kept. */
  async takeBack(write: Writer, set: SetQuiz, now: Date): Promise<void> {
    await write.lock(SetQuiz, set.id);
    if (!(await this.queries.begun(set.cohortId, set.slug))) await write.remove(SetQuiz, { id: set.id });
    else if (!set.archivedAt) await write.changeAt(SetQuiz, set, { archivedAt: now });
  }
}
