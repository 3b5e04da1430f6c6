import { QueryFailedError } from 'typeorm';
import { AbstractSqliteQueryRunner } from 'typeorm/driver/sqlite-abstract/AbstractSqliteQueryRunner';
import { QueryResult } from 'typeorm/query-runner/QueryResult';
import { QueryRunnerAlreadyReleasedError } from 'typeorm/error/QueryRunnerAlreadyReleasedError';
import { Broadcaster } from 'typeorm/subscriber/Broadcaster';
import { refusePastTransaction } from '../ambient';
import { type Answer, asks } from './connection';
import type { SqliteDriver } from './sqlite-driver';

/** What TypeORM sends its statements to. Subscribers and query logs are left out: nothing here uses them. */
abstract class SqliteRunner extends AbstractSqliteQueryRunner {
  constructor(override readonly driver: SqliteDriver) {
    super();
    this.dataSource = driver.dataSource;
    this.broadcaster = new Broadcaster(this);
  }

  protected abstract execute(sql: string, parameters: unknown[]): Promise<Answer>;

  override async query(sql: string, parameters: any[] = [], structured = false): Promise<any> {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    try {
      const { rows, changes, lastID } = await this.execute(sql, parameters);
      if (!structured) return rows ?? lastID;
      return Object.assign(new QueryResult(), { raw: rows ?? lastID, records: rows ?? [], affected: changes });
    } catch (error) {
      throw new QueryFailedError(sql, parameters, error as Error);
    }
  }
}

/** Asks the reader connections, which see only what is committed and never wait for a transaction. */
export class SqliteReadRunner extends SqliteRunner {
  protected execute(sql: string, parameters: unknown[]): Promise<Answer> {
    refusePastTransaction(sql);
    return this.driver.reader().run(sql, parameters);
  }
}

/** Has the writer connection to itself from BEGIN to COMMIT, or for one statement. */
export class SqliteWriteRunner extends SqliteRunner {
  /** How many statements of the transaction may have changed something; one that gives back what it changed, and gives nothing, has not. */
  writes = 0;
  private endTurn: (() => void) | null = null;
  private failure: unknown = null;
  private last: Promise<unknown> = Promise.resolve();

  override async startTransaction(): Promise<void> {
    if (this.transactionDepth > 0) await this.query(`SAVEPOINT part_${this.transactionDepth}`);
    else await this.begin();
    this.transactionDepth++;
  }

  override async commitTransaction(): Promise<void> {
    await this.last; // a statement that nobody waited for may still fail
    if (this.transactionDepth > 1) await this.query(`RELEASE part_${this.transactionDepth - 1}`);
    else await this.query('COMMIT');
    this.step();
  }

  override async rollbackTransaction(): Promise<void> {
    if (this.transactionDepth > 1) return this.rollbackPart(`part_${this.transactionDepth - 1}`);
    try {
      await this.driver.writer.run('ROLLBACK', []);
    } finally {
      this.step();
    }
  }

  /** Whether every statement so far has succeeded, also those that nobody waited for. */
  async isSound(): Promise<boolean> {
    await this.last;
    return this.failure === null;
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive) {
      this.transactionDepth = 1;
      await this.rollbackTransaction();
    }
    this.isReleased = true;
    await super.release();
  }

  override async beforeMigration(): Promise<void> {
    await this.query('PRAGMA foreign_keys = OFF'); // rebuilding a table would otherwise empty those that refer to it
  }

  override async afterMigration(): Promise<void> {
    await this.query('PRAGMA foreign_keys = ON');
  }

  protected async execute(sql: string, parameters: unknown[]): Promise<Answer> {
    if (this.endTurn) return this.executeInside(sql, parameters);
    refusePastTransaction(sql);
    const endTurn = await this.driver.lock.acquire();
    try {
      return await this.driver.writer.run(sql, parameters);
    } finally {
      endTurn();
    }
  }

  /**
   * After a statement that failed, only rolling back is possible, as on PostgreSQL. SQLite itself would go on, and after a full
   * disk it has rolled back already: what came next would be kept although the whole is reported as failed.
   */
  private async executeInside(sql: string, parameters: unknown[]): Promise<Answer> {
    if (this.failure) throw new Error(`An earlier statement of this transaction failed: ${String(this.failure)}`);
    const answer = this.driver.writer.run(sql, parameters);
    this.last = answer.then(
      ({ rows }) => {
        if (!asks(sql) && rows?.length !== 0) this.writes++;
      },
      (error: unknown) => (this.failure = error),
    );
    return answer;
  }

  /** IMMEDIATE: a transaction that may write never finds out halfway that another process writes. */
  private async begin(): Promise<void> {
    refusePastTransaction('a second transaction');
    this.endTurn = await this.driver.lock.acquire();
    this.isTransactionActive = true;
    try {
      await this.query('BEGIN IMMEDIATE');
    } catch (error) {
      this.step();
      throw error;
    }
  }

  private async rollbackPart(savepoint: string): Promise<void> {
    await this.driver.writer.run(`ROLLBACK TO ${savepoint}`, []);
    await this.driver.writer.run(`RELEASE ${savepoint}`, []);
    this.failure = null;
    this.transactionDepth--;
  }

  /** One level up; above the last one the turn is over. */
  private step(): void {
    this.transactionDepth = Math.max(0, this.transactionDepth - 1);
    if (this.transactionDepth > 0) return;
    this.isTransactionActive = false;
    this.failure = null;
    this.endTurn?.();
    this.endTurn = null;
  }
}
