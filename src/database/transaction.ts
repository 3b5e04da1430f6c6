import { Logger } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { ambient } from './ambient';
import { reader, type Reader } from './reader';
import { Writer } from './writer';

export type Work<R> = (write: Writer) => Promise<R>;

/** One piece of work that happens entirely or not at all, on one connection; or a part of it that can be undone alone. */
export class Transaction {
  open = true;
  readonly whenDurable: (() => void)[] = [];
  private readonly writer = new Writer(this);
  private lastPart: Promise<unknown> = Promise.resolve();

  constructor(
    readonly runner: QueryRunner,
    readonly parent: Transaction | null = null,
  ) {}

  /**
   * Does the work inside. From its end on, whatever still holds the writer or a reader is refused. A part that was left running
   * (`Promise.all` does that when another one fails) is waited for: its savepoint must not be taken for the whole.
   */
  async do<R>(work: Work<R>): Promise<R> {
    try {
      return await ambient.run(this, () => work(this.writer));
    } finally {
      this.open = false;
      await this.lastPart;
    }
  }

  read<T extends ObjectLiteral>(entity: EntityTarget<T>): Reader<T> {
    return reader(this.runner.manager.getRepository(entity), () => this.assertOpen());
  }

  /** A part of this transaction; when it fails, what it wrote is undone and the rest stays. Parts take turns. */
  part<R>(work: Work<R>): Promise<R> {
    const part = this.lastPart.then(() => {
      this.assertOpen();
      return undoable(new Transaction(this.runner, this), work);
    });
    this.lastPart = part.catch(() => undefined);
    return part.then(({ result, whenDurable }) => {
      this.whenDurable.push(...whenDurable);
      return result;
    });
  }

  assertOpen(): void {
    if (!this.open) throw new Error('This transaction is over');
  }
}

/** Does the work between a savepoint and its release. */
export async function undoable<R>(part: Transaction, work: Work<R>): Promise<{ result: R; whenDurable: (() => void)[] }> {
  await part.runner.startTransaction();
  try {
    const result = await part.do(work);
    await part.runner.commitTransaction();
    return { result, whenDurable: part.whenDurable };
  } catch (error) {
    await part.runner.rollbackTransaction().catch((lost: Error) => {
      throw new Error(`The savepoint is lost, and the transaction with it: ${lost.message}`, { cause: error });
    });
    throw error;
  }
}

/** Does the work between BEGIN and COMMIT; resolves when it is durable. */
export async function committed<R>(runner: QueryRunner, work: Work<R>): Promise<R> {
  const transaction = new Transaction(runner);
  try {
    await runner.startTransaction();
    const result = await transaction.do(work);
    await runner.commitTransaction();
    announce(transaction.whenDurable);
    return result;
  } catch (error) {
    await abandon(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

/** Rolls back what is open. A connection that cannot even do that says so with its next BEGIN; the first error is the one to tell. */
export async function abandon(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}

/** What happens after a commit can fail, but can no longer make the work fail. */
export function announce(whenDurable: readonly (() => void)[]): void {
  for (const run of whenDurable) {
    try {
      run();
    } catch (error) {
      new Logger('Database').error('After a commit', error instanceof Error ? error.stack : String(error));
    }
  }
}
