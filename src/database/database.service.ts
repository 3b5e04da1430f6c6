import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { openTransaction } from './ambient';
import { Engine } from './engine';
import { givesBack } from './placeholders';
import type { Reader } from './reader';
import type { Work } from './transaction';

/** The one door to what is stored. Inside a transaction everything here joins it, however deep the call. */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(private readonly engine: Engine) {}

  /** Queries about one kind of thing; inside `write` they see what was just written. Take it anew where it is used. */
  read<T extends ObjectLiteral>(entity: EntityTarget<T>): Reader<T> {
    return (openTransaction() ?? this.engine).read(entity);
  }

  /**
   * The rows of a hand-written SELECT, for `.queries.ts` files. Values go into `?` placeholders; a list fills `IN (?)`. Names in
   * capitals and small letters need quotation marks ("startsAt"). On both databases counts, sums and averages are numbers,
   * truths are 1 or 0, JSON is text, and what is called `…At` is a Date.
   */
  async rows<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    if (givesBack(sql)) throw new Error(`Only SELECT is asked here: ${sql.slice(0, 120)}`);
    return (await this.engine.rows(sql, parameters, openTransaction()?.runner ?? null)) as R[];
  }

  /**
   * The rows that a hand-written INSERT, UPDATE or DELETE has changed, as its RETURNING says: for the rare change whose condition
   * `Writer` cannot say. Inside a transaction only; otherwise like `rows`.
   */
  async changed<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    const transaction = openTransaction();
    if (!transaction || !givesBack(sql)) throw new Error(`Only what gives back rows, inside a transaction: ${sql.slice(0, 120)}`);
    return (await this.engine.rows(sql, parameters, transaction.runner)) as R[];
  }

  /**
   * One transaction; resolves when it is durable. Inside another it becomes a part of that one: when it fails, it is undone
   * alone. PostgreSQL may have to run the work again from its start, so a work does nothing but read and write the database;
   * what must follow goes into `write.afterCommit`.
   */
  async write<R>(work: Work<R>): Promise<R> {
    const transaction = openTransaction();
    return transaction ? transaction.part(work) : this.engine.begun(this.engine.write(work));
  }

  /** Like `write`, for what is small and frequent: works that arrive together share one commit, and fail alone. */
  async group<R>(work: Work<R>): Promise<R> {
    const transaction = openTransaction();
    return transaction ? transaction.part(work) : this.engine.begun(this.engine.group(work));
  }

  /** Inside a transaction: says a word to every process that hears on the channel, this one included, once it is durable. */
  async tell(channel: string, word: string): Promise<void> {
    const transaction = openTransaction();
    if (!transaction) throw new Error('Only what is written is told');
    await this.engine.tell(channel, word, transaction.runner);
  }

  /** Hears what other processes tell; null means that words may have been lost. Returns how to stop. */
  hear(channel: string, listener: (word: string | null) => void): () => Promise<void> {
    return this.engine.hear(channel, listener);
  }

  /** Outside of a transaction, after one that has deleted what nobody may find again, not even in the files. */
  forget(): Promise<void> {
    return this.engine.forget();
  }

  /** Rejects when the database does not answer. */
  async ping(): Promise<void> {
    await this.rows('SELECT 1 AS "one"');
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
