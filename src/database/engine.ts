import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { refusePastTransaction } from './ambient';
import { reader, type Reader } from './reader';
import type { Work } from './transaction';

export type Rows = Record<string, unknown>[];

/** What differs between the two databases behind the one door. */
export abstract class Engine {
  private readonly readers = new Map<unknown, unknown>();

  constructor(
    readonly source: DataSource,
    private readonly outside: EntityManager,
  ) {}

  abstract write<R>(work: Work<R>): Promise<R>;
  abstract group<R>(work: Work<R>): Promise<R>;

  /** The rows of a SELECT with `?` placeholders, on the connection of the transaction when there is one. */
  abstract rows(sql: string, parameters: unknown[], inside: QueryRunner | null): Promise<Rows>;

  /** Answers queries about committed data, outside of every transaction. */
  read<T extends ObjectLiteral>(entity: EntityTarget<T>): Reader<T> {
    let known = this.readers.get(entity) as Reader<T> | undefined;
    if (!known) {
      known = reader(this.outside.getRepository(entity), () => refusePastTransaction('a reader that was taken outside'));
      this.readers.set(entity, known);
    }
    return known;
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
