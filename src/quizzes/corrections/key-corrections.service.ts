import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Accepted } from '../questions/accepted';
import { Corrections, type Graded } from '../attempts/grading.service';
import type { GradeOf } from '../sitting/behaviour';
import { grade } from '../questions/grading';
import type { Question } from '../questions/question';
import { questionHash } from '../questions/question-hash';
import { correctedGrade, correctedQuestion, type Correction, shownQuestion } from './corrections';
import { type CorrectionRow, CorrectionQueries } from './corrections.queries';

/** The keys of a quiz as they are corrected for a chapter. */
export interface CorrectedKeys {
  rows: readonly CorrectionRow[];
  keyNow(question: Question, hash: string): Question;
}

/** Keys as they are corrected: what attempts are graded by, and what pages say is right. */
@Injectable()
export class KeyCorrections extends Corrections {
  constructor(
    private readonly queries: CorrectionQueries,
    private readonly content: Content,
  ) {
    super();
  }

  async inChapter(slug: string, chapterId: string): Promise<CorrectedKeys> {
    const rows = await this.queries.inChapter(slug, chapterId);
    return {
      rows,
      keyNow: (question, hash) =>
        correctedQuestion(
          question,
          rows.filter(({ questionHash: of }) => of === hash),
        ),
    };
  }

  override async corrected(attempt: Graded, accepted: Accepted): Promise<GradeOf> {
    const rows = await this.queries.ofAttempt(attempt);
    return rows.length ? this.gradeBy(attempt, accepted, rows) : (question, given) => grade(question, given, accepted);
  }

  override async keysNow(attempt: Graded, questions: readonly Question[]): Promise<Question[]> {
    const rows = await this.queries.ofAttempt(attempt);
    if (!rows.length) return [...questions];
    const { texts } = await this.content.document(attempt.quizVersionId);
    return questions.map((question) => {
      const hash = questionHash(question, texts);
      return shownQuestion(
        correctedQuestion(
          question,
          rows.filter(({ questionHash: of }) => of === hash),
        ),
      );
    });
  }

  /** By the key of the version with these corrections laid over it. */
  async gradeBy(
    { quizVersionId, startedAt }: Pick<Graded, 'quizVersionId' | 'startedAt'>,
    accepted: Accepted,
    rows: readonly (Correction & { questionHash: string })[],
  ): Promise<GradeOf> {
    const { texts } = await this.content.document(quizVersionId);
    const found = new Map<string, Correction[]>();
    const of = (question: Question) => {
      const known = found.get(question.key) ?? rows.filter((row) => row.questionHash === questionHash(question, texts));
      found.set(question.key, known);
      return known;
    };
    return (question, given) => correctedGrade(question, given, accepted, of(question), startedAt);
  }
}
