import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Attempt } from '../attempts/attempt.entity';
import { HandIns } from '../attempts/hand-ins.service';
import { QuizVersions } from '../attempts/quiz-versions.service';
import type { Given } from '../questions/given';
import { Memory } from './memory.service';
import { RecallCard } from './recall-card.entity';
import { RecallWish } from './recall-wish.entity';
import type { Rating } from './recall';

/** The questions that people want to be reminded of. Nothing here counts towards anything. */
@Injectable()
export class Cards implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handIns: HandIns,
    private readonly quizzes: QuizVersions,
    private readonly memory: Memory,
  ) {}

  onModuleInit(): void {
    this.handIns.add(async (write, attempt, at) => {
      if (await this.wishes(attempt.personId)) await this.collect(write, attempt.id, at);
    });
  }

  wishes(personId: string): Promise<boolean> {
    return this.database.read(RecallWish).existsBy({ personId });
  }

  async wish(write: Writer, personId: string, now: Date): Promise<void> {
    await write.insertOnce(RecallWish, { personId, since: now });
  }

  /** Nothing is asked any more, and nothing is kept. */
  async stop(write: Writer, personId: string): Promise<void> {
    await write.remove(RecallCard, { personId });
    await write.remove(RecallWish, { personId });
  }

  /** A card for each question that was missed in an attempt, where there is none; one that was known and is missed now is forgotten. */
  async collect(write: Writer, attemptId: string, now: Date): Promise<void> {
    const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
    if (!attempt.handedInAt || !attempt.marks || attempt.preview) return;
    const { questions, slug } = await this.quizzes.quiz(attempt.quizVersionId);
    const missed = questions.filter(({ key, type }) => type !== 'essay' && (attempt.marks![key] ?? 1) < 1);
    const { personId, enrolmentId, quizVersionId, handedInAt } = attempt;
    for (const { key: question } of missed) {
      const id = newId();
      const fresh = { ...this.memory.missed(now, `${personId} ${slug} ${question}`), reps: 0, lapses: 0, given: null };
      const card = { id, personId, enrolmentId, quizVersionId, quizSlug: slug, question, ...fresh };
      if (await write.insertOnce(RecallCard, card)) continue;
      const before = await this.database.read(RecallCard).findOneByOrFail({ personId, quizSlug: slug, question });
      if (handedInAt > before.lastAt) await this.answer(write, before, { rating: 1, given: null }, handedInAt);
    }
  }

  /** Notes how well a question was remembered; throws Conflict when it was answered on another page meanwhile. */
  async answer(
    write: Writer,
    card: Pick<RecallCard, 'id' | 'version' | 'stability' | 'difficulty' | 'lastAt' | 'reps' | 'lapses'>,
    { rating, given }: { rating: Rating; given: Given | null },
    now: Date,
  ): Promise<void> {
    const next = this.memory.answered(card, rating, now, `${card.id} ${card.reps}`);
    const lapses = card.lapses + (rating === 1 ? 1 : 0);
    await write.changeAt(RecallCard, { id: card.id, version: card.version }, { ...next, reps: card.reps + 1, lapses, given });
  }
}
