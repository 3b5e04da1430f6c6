import { AsyncResource } from 'node:async_hooks';
import type { DataSource, QueryRunner } from 'typeorm';
import { abandon, announce, Transaction, TransactionLost, undoable, type Work } from '../transaction';

interface Member {
  /** Does the work between savepoints and says how it ended; rejects only when the whole transaction is lost. */
  run(runner: QueryRunner): Promise<() => void>;
  fail(error: unknown): void;
}

const LARGEST = 64; // so that the first of a long queue does not wait for the last

/**
 * Lets works that arrive together share one commit, and with it one wait for the disk. Each has its own savepoint, so a work
 * that fails takes nothing from its neighbours; nobody is told anything before the commit.
 */
export class GroupCommit {
  private readonly waiting: Member[] = [];
  private running = false;

  constructor(private readonly source: DataSource) {}

  add<R>(work: Work<R>): Promise<R> {
    return new Promise((done, fail) => {
      this.waiting.push({ run: AsyncResource.bind((runner: QueryRunner) => attempted(runner, work, done, fail)), fail });
      if (!this.running) void this.empty();
    });
  }

  private async empty(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.commitTogether();
    this.running = false;
  }

  private async commitTogether(): Promise<void> {
    const runner = this.source.createQueryRunner();
    const members: Member[] = [];
    const endings: (() => void)[] = [];
    try {
      await runner.startTransaction();
      while (this.waiting.length > 0 && members.length < LARGEST) {
        members.push(this.waiting.shift()!);
        endings.push(await members.at(-1)!.run(runner));
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
  }
}

async function attempted<R>(runner: QueryRunner, work: Work<R>, done: (result: R) => void, fail: (error: unknown) => void) {
  const part = new Transaction(runner);
  try {
    const { result, whenDurable } = await undoable(part, work);
    return () => {
      announce(whenDurable);
      done(result);
    };
  } catch (error) {
    if (error instanceof TransactionLost) throw error;
    return () => fail(error);
  }
}
