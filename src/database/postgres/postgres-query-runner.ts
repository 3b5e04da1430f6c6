import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';

export interface PostgresQuery {
  text: string;
  values: unknown[];
  types: { getTypeParser(oid: number): (text: string) => unknown };
}

/** What `pg` offers and is used here, of a connection and of the pool. */
export interface PostgresClient {
  query(query: PostgresQuery | string): Promise<{ command: string; rows: Record<string, unknown>[] }>;
}

/** A connection on which one statement follows the other, and whose commit tells the truth. */
export class PostgresRunner extends PostgresQueryRunner {
  private last: Promise<unknown> = Promise.resolve();

  override query(sql: string, parameters?: any[], structured = false): Promise<any> {
    return this.inTurn(() => super.query(sql, parameters, structured));
  }

  rows(query: PostgresQuery): Promise<Record<string, unknown>[]> {
    return this.inTurn(async () => (await this.client()).query(query)).then(({ rows }) => rows);
  }

  /** COMMIT of a transaction in which a statement failed succeeds as a rollback, and only its tag says so. */
  override async commitTransaction(): Promise<void> {
    if (this.transactionDepth > 1) return super.commitTransaction();
    const { command } = await this.inTurn(async () => (await this.client()).query('COMMIT'));
    this.isTransactionActive = false;
    this.transactionDepth = 0;
    if (command !== 'COMMIT') throw new Error('An earlier statement of this transaction failed');
  }

  /** A connection that could not be rolled back is closed, or the next one would find itself in somebody's transaction. */
  override async release(): Promise<void> {
    if (!this.isTransactionActive || this.isReleased) return super.release();
    this.releaseCallback?.(new Error('A transaction was left open'));
    this.releaseCallback = undefined;
    await super.release();
  }

  private client(): Promise<PostgresClient> {
    return this.connect() as Promise<PostgresClient>;
  }

  private inTurn<R>(run: () => Promise<R>): Promise<R> {
    const result = this.last.then(run);
    this.last = result.catch(() => undefined);
    return result;
  }
}
