import { setTimeout } from 'node:timers/promises';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { refusePastTransaction } from './ambient';
import { reader, type Reader } from './reader';
import type { Work } from './transaction';

const PATIENCE = 10_000; // milliseconds

export type Rows = Record<string, unknown>[];

/** What differs between the two databases behind the one door. */
export abstract class Engine {
  private readonly readers = new Map<unknown, unknown>();
  private readonly works = new Set<Promise<unknown>>();

  constructor(
    readonly source: DataSource,
    private readonly outside: EntityManager,
  ) {}

  abstract write<R>(work: Work<R>): Promise<R>;
  abstract group<R>(work: Work<R>): Promise<R>;

  /** The rows of a SELECT with `?` placeholders, on the connection of the transaction when there is one. */
  abstract rows(sql: string, parameters: unknown[], inside: QueryRunner | null): Promise<Rows>;

  /** Says a word to every process that hears on the channel, once the transaction is durable. One process alone needs nothing. */
  abstract tell(channel: string, word: string, inside: QueryRunner): Promise<void>;

  /** Hears what other processes tell, and null when words may have been lost. Returns how to stop. */
  abstract hear(channel: string, listener: (word: string | null) => void): () => Promise<void>;

  /** What was deleted leaves the files beside the database, too, where they still hold it. */
  abstract forget(): Promise<void>;

  /** Answers queries about committed data, outside of every transaction. */
  read<T extends ObjectLiteral>(entity: EntityTarget<T>): Reader<T> {
    let known = this.readers.get(entity) as Reader<T> | undefined;
    if (!known) {
      known = reader(this.outside.getRepository(entity), () => refusePastTransaction('a reader that was taken outside'));
      this.readers.set(entity, known);
    }
    return known;
  }

  /** Remembers a work until it ends, however it ends. */
  begun<R>(work: Promise<R>): Promise<R> {
    const ended: Promise<unknown> = work.then(
      () => this.works.delete(ended),
      () => this.works.delete(ended),
    );
    this.works.add(ended);
    return work;
  }

  /** Works that were begun come to their end first; one that has none does not keep the house open. */
  async close(): Promise<void> {
    await Promise.race([Promise.all(this.works), setTimeout(PATIENCE, undefined, { ref: false })]);
    if (this.source.isInitialized) await this.source.destroy();
  }
}
