import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Attempt } from '../attempts/attempt.entity';
import type { QuestionCorrection } from './question-correction.entity';

export type CorrectionRow = Pick<
  QuestionCorrection,
  'id' | 'questionHash' | 'chapterId' | 'structure' | 'texts' | 'policy' | 'reason' | 'at'
>;

type Stored = Omit<CorrectionRow, 'structure' | 'texts' | 'at'> & { structure: string; texts: string; madeAt: Date };

/** An attempt that was handed in, as far as a new key can change it. */
export type TriedAttempt = Pick<
  Attempt,
  'id' | 'enrolmentId' | 'personId' | 'quizVersionId' | 'module' | 'step' | 'number' | 'startedAt' | 'points' | 'share'
> & { passed: boolean };

const CORRECTIONS = `SELECT q."id", q."questionHash", q."chapterId", q."structure", q."texts", q."policy", q."reason", q."at" AS "madeAt" FROM "question_corrections" q`;

/** Corrections, and the attempts that they are about. */
@Injectable()
export class CorrectionQueries {
  constructor(private readonly database: Database) {}

  /** Those that hold for the cohort of an enrolment: its chapter's own, and those for everybody. The oldest first. */
  async ofAttempt({ quizVersionId, enrolmentId }: Pick<Attempt, 'quizVersionId' | 'enrolmentId'>): Promise<CorrectionRow[]> {
    const sql = `${CORRECTIONS} JOIN "content_versions" v ON v."slug" = q."quizSlug" WHERE v."id" = ? AND (q."chapterId" IS NULL OR q."chapterId" =
      (SELECT c."chapterId" FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohortId" WHERE e."id" = ?)) ORDER BY q."at", q."id"`;
    return this.read(sql, [quizVersionId, enrolmentId]);
  }

  inChapter(slug: string, chapterId: string): Promise<CorrectionRow[]> {
    return this.read(`${CORRECTIONS} WHERE q."quizSlug" = ? AND (q."chapterId" IS NULL OR q."chapterId" = ?) ORDER BY q."at", q."id"`, [
      slug,
      chapterId,
    ]);
  }

  /** People who have handed in one of the versions; in a chapter, or everywhere. So many behind one, in the order of their ids. */
  async people(versionIds: readonly string[], chapterId: string | null, after: string, take: number): Promise<string[]> {
    if (!versionIds.length) return [];
    const sql = `SELECT DISTINCT a."personId" FROM "attempts" a ${chapterId ? OF_CHAPTER : ''} WHERE a."quizVersionId" IN (?)
      AND a."personId" > ? AND ${HANDED_IN} ${chapterId ? 'AND c."chapterId" = ?' : ''} ORDER BY a."personId" LIMIT ?`;
    const values = [versionIds, after, ...(chapterId ? [chapterId] : []), take];
    return (await this.database.rows<{ personId: string }>(sql, values)).map(({ personId }) => personId);
  }

  /** What they handed in, in the order of their tries. */
  async attempts(versionIds: readonly string[], chapterId: string | null, personIds: readonly string[]): Promise<TriedAttempt[]> {
    const sql = `SELECT a."id", a."enrolmentId", a."personId", a."quizVersionId", a."module", a."step", a."number", a."startedAt", a."points",
        a."share", CASE WHEN a."passed" THEN 1 ELSE 0 END AS "passed"
      FROM "attempts" a ${chapterId ? OF_CHAPTER : ''} WHERE a."quizVersionId" IN (?) AND a."personId" IN (?) AND ${HANDED_IN}
      ${chapterId ? 'AND c."chapterId" = ?' : ''} ORDER BY a."personId", a."number"`;
    const values = [versionIds, personIds, ...(chapterId ? [chapterId] : [])];
    const rows = await this.database.rows<Omit<TriedAttempt, 'passed'> & { passed: number }>(sql, values);
    return rows.map((row) => ({ ...row, passed: Number(row.passed) === 1 }));
  }

  private async read(sql: string, values: readonly unknown[]): Promise<CorrectionRow[]> {
    const rows = await this.database.rows<Stored>(sql, [...values]);
    return rows.map(({ madeAt, ...row }) => ({
      ...row,
      at: madeAt,
      structure: JSON.parse(row.structure) as CorrectionRow['structure'],
      texts: JSON.parse(row.texts) as CorrectionRow['texts'],
    }));
  }
}

const OF_CHAPTER = 'JOIN "enrolments" e ON e."id" = a."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId"';
const HANDED_IN = 'a."handedInAt" IS NOT NULL AND NOT a."preview"';
