import { Injectable } from '@nestjs/common';
import { canonical } from '../../content/canonical';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { check } from '../sitting/behaviour';
import type { Paper } from '../sitting/draws';
import type { Question } from '../questions/question';
import { isAccepting } from '../sitting/timing';
import { answeringOf } from './answering';
import { Answer } from './answer.entity';
import { Attempt } from './attempt.entity';
import { AttemptQueries, type InSequence, type Saved, type Saving } from './attempts.queries';
import { Grading } from './grading.service';
import { type Posted, verdict } from './saving';

/** `late`: overtaken on the way by a newer post of the same page, which is what is saved. */
export type SaveResult = { saved: true; answer: Pick<Answer, 'savedAt' | 'sequence'>; late?: boolean } | { saved: false; newer: Answer };

/** Why a check used no try; null when it did. */
export type CheckResult = SaveResult & { unchecked?: 'incomplete' | 'same' };

/** Saving answers, checking them, and going on from one to the next. */
@Injectable()
export class Saves {
  constructor(
    private readonly database: Database,
    private readonly queries: AttemptQueries,
    private readonly grading: Grading,
  ) {}

  /** Saves one answer. The reply may say “saved” when this resolves: then it is on the disk. Refuses once the attempt or the question is over. */
  save(answer: Saved, posted: Posted, number: InSequence): Promise<SaveResult> {
    return this.database.group((write) => this.saved(write, answer, posted, number));
  }

  /**
   * Saves and checks: closes the question, or uses a try of several. An answer that is not complete, or was checked before, is only saved; a press
   * that arrives twice is one, and one that was overtaken on the way checks nothing.
   */
  check(paper: Paper, question: Question, answer: Saved, posted: Posted, number: InSequence): Promise<CheckResult> {
    return this.database.group(async (write) => {
      const key = { attemptId: answer.attemptId, question: question.key };
      await write.lock(Attempt, answer.attemptId);
      const before = await this.database.read(Answer).findOneBy(key);
      if (before?.tries?.length && isSamePost(before, answer)) return { saved: true, answer: before };
      const result = await this.saved(write, answer, posted, number);
      if (!result.saved) return result;
      const attempt = await this.database.read(Attempt).findOneByOrFail({ id: answer.attemptId });
      const row = await this.database.read(Answer).findOneByOrFail(key);
      if (!isSamePost(row, answer)) return result;
      const checked = check(question, paper.rules.behaviour, answeringOf(row), await this.grading.gradeOf(attempt));
      if ('refused' in checked) return { ...result, unchecked: checked.refused };
      await write.update(Answer, key, { tries: checked.tries, closedAt: checked.closed ? answer.savedAt : null });
      return result;
    });
  }

  /** Where questions are taken in sequence, the next one is reached from the one before it and in no other way. */
  goOn(attemptId: string, number: number): Promise<unknown> {
    const here = { id: attemptId, reached: number };
    return this.database.group((write) => write.update(Attempt, here, { reached: number + 1 }));
  }

  private async saved(write: Writer, answer: Saved, posted: Posted, number: InSequence): Promise<SaveResult> {
    const { attemptId, question, savedAt } = answer;
    await write.lock(Attempt, attemptId);
    const sequence = await this.queries.save(answer, posted.sequence, number);
    if (sequence !== null) return { saved: true, answer: { savedAt, sequence } };
    const found = await this.queries.saving(attemptId, question);
    if (!found) throw new NotFound();
    assertTakes(found, savedAt, number);
    return verdict(found.answer!, posted) === 'late'
      ? { saved: true, answer: found.answer!, late: true }
      : { saved: false, newer: found.answer! };
  }
}

/** Whether what is stored came with this very post. */
function isSamePost(stored: Answer, { page, turn, given }: Saved): boolean {
  return stored.page === page && stored.turn === turn && canonical(stored.given) === canonical(given);
}

/** Says why an answer was not taken, unless a newer one is the reason. */
function assertTakes({ handedInAt, abandonedAt, endsAt, reached, answer }: Saving, now: Date, number: InSequence): void {
  if (handedInAt) throw new Refusal('quizzes.refusal.handed-in', { at: handedInAt });
  if (abandonedAt) throw new Refusal('taking.refusal.abandoned', { until: abandonedAt });
  if (!isAccepting(now, endsAt)) throw new Refusal('quizzes.refusal.time-over', { at: endsAt! });
  if (number !== null && number !== reached) throw new Refusal('taking.refusal.sequence', { number: reached });
  if (answer?.closedAt) throw new Refusal('taking.refusal.checked');
}
