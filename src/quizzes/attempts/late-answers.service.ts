import { Injectable } from '@nestjs/common';
import { canonical } from '../../content/canonical';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { isOver, isTimeUp } from '../sitting/timing';
import { Answer } from './answer.entity';
import { Attempt } from './attempt.entity';
import type { Saved } from './attempts.queries';
import { Endings } from './endings.service';
import { LateAnswer } from './late-answer.entity';

/** Answers that come after the end: nothing of them is dropped, nothing of them counts by itself. */
@Injectable()
export class LateAnswers {
  constructor(
    private readonly database: Database,
    private readonly endings: Endings,
  ) {}

  /** In the order in which they came. */
  of(attemptId: string): Promise<LateAnswer[]> {
    return this.database.read(LateAnswer).find({ where: { attemptId }, order: { arrivedAt: 'ASC', id: 'ASC' } });
  }

  /** Keeps an answer that came after the end of time; says whether it was that. What says the same as the saved one need not be kept. */
  keep({ attemptId, question, given, page, turn, savedAt: arrivedAt, certainty, language }: Saved): Promise<boolean> {
    return this.database.group(async (write) => {
      await write.lock(Attempt, attemptId);
      const key = { attemptId, question };
      const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
      if (!isLate(attempt, arrivedAt)) return false;
      const [saved, before] = [await this.database.read(Answer).findOneBy(key), await this.database.read(LateAnswer).findOneBy(key)];
      if (saved?.closedAt || canonical(saved?.given ?? null) === canonical(given)) return false;
      if (before && (before.countedAt || (before.page === page && before.turn >= turn))) return true;
      const late = { given, page, turn, arrivedAt, certainty, language };
      if (before) await write.update(LateAnswer, { id: before.id }, late);
      else await write.insert(LateAnswer, { id: newId(), ...key, ...late });
      return true;
    });
  }

  /** Lets it count, in the place of what was saved in time. A pass that somebody has is never taken back. Twice is once. */
  async count(write: Writer, attemptId: string, question: string, now: Date): Promise<boolean> {
    await write.lock(Attempt, attemptId);
    const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
    const key = { attemptId, question };
    const late = await this.database.read(LateAnswer).findOneBy(key);
    if (!late || late.countedAt) return false;
    if (!attempt.handedInAt) throw new Refusal('taking.refusal.not-handed-in');
    const saved = await this.database.read(Answer).findOneBy(key);
    const { given, page, turn, certainty, language, arrivedAt: savedAt } = late;
    const answer = { given, page, turn, certainty, language, savedAt, sequence: (saved?.sequence ?? 0) + 1 };
    if (saved) await write.update(Answer, key, answer);
    else await write.insert(Answer, { ...key, ...answer, tries: null, closedAt: null });
    await write.update(LateAnswer, { id: late.id }, { countedAt: now, instead: saved?.given ?? null });
    await this.endings.settle(write, attemptId, now);
    if (attempt.passed) await write.update(Attempt, { id: attemptId }, { passed: true });
    return true;
  }
}

/** Whether time ended the attempt, and not a press before its end. */
function isLate({ endsAt, overdueAt, handedInAt }: Attempt, arrivedAt: Date): boolean {
  if (!endsAt || !(isOver(arrivedAt, endsAt) || overdueAt)) return false;
  return !handedInAt || isTimeUp(handedInAt, endsAt);
}
