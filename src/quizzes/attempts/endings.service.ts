import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { Paper } from '../sitting/draws';
import { type Marking, marksOf } from '../sitting/marks';
import { type AttemptState, type Becoming, due, type EndRules, isOpen, nextDue, pressed, reopened, stateOf } from '../sitting/timing';
import { answeringOf } from './answering';
import { Answer } from './answer.entity';
import { Attempt } from './attempt.entity';
import { FinalGrades } from './final-grades.service';
import { Grading } from './grading.service';
import { OverdueLetters } from './overdue-letters.service';
import { QuizVersions } from './quiz-versions.service';

/** How attempts end: handed in, by their time, given up; and how one that was given up is opened again. */
@Injectable()
export class Endings {
  constructor(
    private readonly database: Database,
    private readonly quizzes: QuizVersions,
    private readonly grading: Grading,
    private readonly finals: FinalGrades,
    private readonly letters: OverdueLetters,
  ) {}

  /** A press that hands in, or one that the clock has sent: what the attempt is after it. Twice is once. */
  press(attemptId: string, handsIn: boolean, now: Date): Promise<AttemptState> {
    return this.change(attemptId, (attempt, rules) => pressed(attempt, rules, handsIn, now).becomes);
  }

  /** Notes what time has made of an attempt. */
  look(attemptId: string, now: Date): Promise<AttemptState> {
    return this.change(attemptId, (attempt, rules) => due(attempt, rules, now));
  }

  /** Of an attempt that was read just now: whether there is anything to note. Asks nothing further where there is no end. */
  async hasCome(attempt: Attempt, now: Date): Promise<boolean> {
    return attempt.endsAt !== null && isOpen(attempt) && due(attempt, (await this.quizzes.paper(attempt)).rules, now) !== null;
  }

  /** Marks an attempt that was handed in once more, because a person has marked something. Nothing completed is withdrawn. */
  async settle(write: Writer, attemptId: string, now: Date): Promise<void> {
    await this.markAgain(write, attemptId);
    await this.recount(write, attemptId, now);
  }

  /** Only the marks, for whoever changes several attempts, or puts some back, before the grade that counts is asked for. */
  async markAgain(write: Writer, attemptId: string): Promise<void> {
    await write.lock(Attempt, attemptId);
    const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
    if (attempt.handedInAt) await this.store(write, attempt);
  }

  /** Completes what the grade that counts has earned by now. */
  async recount(write: Writer, attemptId: string, now: Date): Promise<void> {
    const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
    if (attempt.handedInAt) await this.finals.complete(write, attempt, await this.quizzes.paper(attempt), now);
  }

  /** Opens an attempt that was never handed in; where its time is over, it is handed in as of its end. Says whether there was one to open. */
  async reopen(write: Writer, attemptId: string, extraTime: number, now: Date): Promise<boolean> {
    await write.lock(Attempt, attemptId);
    const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
    if (!attempt.abandonedAt) return false;
    const { rules, minutes } = await this.quizzes.paper(attempt);
    const { endsAt, finishedAt } = reopened(attempt, minutes, extraTime, now);
    const open = { abandonedAt: null, overdueAt: null, endsAt, extraTime };
    await write.update(Attempt, { id: attemptId, abandonedAt: Not(IsNull()) }, { ...open, dueAt: nextDue(open, rules) });
    if (finishedAt) await this.become(write, { ...attempt, ...open }, { state: 'finished', at: finishedAt });
    return true;
  }

  async markingOf(attempt: Attempt): Promise<Marking> {
    const answers = await this.database.read(Answer).findBy({ attemptId: attempt.id });
    const paper = await this.quizzes.paper(attempt);
    const [gradeOf, manual] = [await this.grading.gradeOf(attempt), await this.grading.manual(attempt.id)];
    return marksOf(paper, new Map(answers.map((one) => [one.question, answeringOf(one)])), gradeOf, manual);
  }

  commentsOf({ id }: Pick<Attempt, 'id'>): Promise<ReadonlyMap<string, string>> {
    return this.grading.comments(id);
  }

  /** What the attempt asked, with keys as they are corrected by now. */
  async paperToReview(attempt: Attempt): Promise<Paper> {
    const paper = await this.quizzes.paper(attempt);
    return { ...paper, questions: await this.grading.keysNow(attempt, paper.questions) };
  }

  private change(attemptId: string, becoming: (attempt: Attempt, rules: EndRules) => Becoming | null): Promise<AttemptState> {
    return this.database.write(async (write) => {
      await write.lock(Attempt, attemptId);
      const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
      if (!isOpen(attempt)) return stateOf(attempt);
      const { rules } = await this.quizzes.paper(attempt);
      const becomes = becoming(attempt, rules);
      return becomes ? this.become(write, attempt, becomes) : stateOf(attempt);
    });
  }

  private async become(write: Writer, attempt: Attempt, { state, at }: Becoming): Promise<AttemptState> {
    const open = { id: attempt.id, handedInAt: IsNull(), abandonedAt: IsNull() };
    if (state === 'finished') {
      await write.update(Attempt, open, { handedInAt: at, dueAt: null });
      await this.mark(write, attempt, at);
    } else if (state === 'never-submitted') {
      await write.update(Attempt, open, { abandonedAt: at, dueAt: null });
    } else if (!attempt.overdueAt) {
      const { rules } = await this.quizzes.paper(attempt);
      await write.update(Attempt, open, { overdueAt: at, dueAt: nextDue({ ...attempt, overdueAt: at }, rules) });
      await this.letters.put(write, attempt, rules);
    }
    return state;
  }

  /** Stores the marks, and completes the step when the grade that counts is high enough. */
  private async mark(write: Writer, attempt: Attempt, at: Date): Promise<void> {
    await this.store(write, attempt);
    await this.finals.complete(write, attempt, await this.quizzes.paper(attempt), at);
  }

  private async store(write: Writer, attempt: Attempt): Promise<void> {
    const { marks, most, total } = await this.markingOf(attempt);
    const found = { points: total?.hundredths ?? null, share: total?.share ?? null, passed: total?.passed ?? null };
    await write.update(Attempt, { id: attempt.id }, { marks, most: most * 100, ...found });
  }
}
