import type { DataSource } from 'typeorm';
import { abandon, announce, committed, Transaction, type Work } from '../transaction';
import type { SqliteWriteRunner } from './sqlite-query-runner';

interface Member {
  /** Does the work beside others and says how to tell its end; null when what it wrote has to be undone. */
  together(runner: SqliteWriteRunner): Promise<(() => void) | null>;
  /** Does the work in a transaction of its own. */
  alone(): Promise<void>;
  fail(error: unknown): void;
}

const LARGEST = 64; // so that the first of a long queue does not wait for the last

/**
 * Lets works that arrive together share one commit, and with it one wait for the disk; nobody is told anything before the commit.
 * When a work fails after it has written, all are undone and done again, each in a transaction of its own. That is rare, and a
 * savepoint for each would be two statements more every time.
 */
export class GroupCommit {
  private readonly waiting: Member[] = [];
  private running = false;

  constructor(private readonly source: DataSource) {}

  add<R>(work: Work<R>): Promise<R> {
    return new Promise((done, fail) => {
      this.waiting.push({
        together: (runner) => attempted(runner, work, done, fail),
        alone: () => committed(this.runner(), work).then(done, fail),
        fail,
      });
      if (!this.running) void this.empty();
    });
  }

  private async empty(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const members: Member[] = [];
      if (!(await this.commitTogether(members))) for (const member of members) await member.alone();
    }
    this.running = false;
  }

  /** False when one of them spoilt it: then nothing has happened, and nobody was told. */
  private async commitTogether(members: Member[]): Promise<boolean> {
    const runner = this.runner();
    const endings: (() => void)[] = [];
    try {
      await runner.startTransaction();
      while (this.waiting.length > 0 && members.length < LARGEST) {
        members.push(this.waiting.shift()!);
        const ending = await members.at(-1)!.together(runner);
        if (!ending) return false;
        endings.push(ending);
      }
      await runner.commitTransaction();
      for (const end of endings) end();
    } catch (error) {
      await abandon(runner);
      const lost = members.length > 0 ? members : this.waiting.splice(0, LARGEST); // none: it could not even begin
      for (const member of lost) member.fail(error);
    } finally {
      await runner.release();
    }
    return true;
  }

  private runner(): SqliteWriteRunner {
    return this.source.createQueryRunner() as SqliteWriteRunner;
  }
}

async function attempted<R>(runner: SqliteWriteRunner, work: Work<R>, done: (result: R) => void, fail: (error: unknown) => void) {
  const before = runner.writes;
  const transaction = new Transaction(runner);
  try {
    const result = await transaction.do(work);
    if (!(await runner.isSound())) return null;
    return () => {
      announce(transaction.whenDurable);
      done(result);
    };
  } catch (error) {
    return (await runner.isSound()) && runner.writes === before ? () => fail(error) : null;
  }
}
