import type { QueryRunner } from 'typeorm';
import { refusePastTransaction } from '../ambient';
import { Engine, type Rows } from '../engine';
import { withMoments } from '../moments';
import { filled, type Placeholders } from '../placeholders';
import { committed, type Work } from '../transaction';
import { GroupCommit } from './group-commit';
import type { SqliteDataSource } from './sqlite-data-source';
import type { SqliteDriver } from './sqlite-driver';

const PLACEHOLDERS: Placeholders = { written: () => '?', moment: (text) => text };

/** SQLite behind the door. */
export class SqliteEngine extends Engine {
  private readonly driver: SqliteDriver;
  private readonly together: GroupCommit;

  constructor(source: SqliteDataSource) {
    super(source, source.createQueryRunner('slave').manager); // one for all: it holds no connection
    this.driver = source.driver as SqliteDriver;
    this.together = new GroupCommit(source);
  }

  write<R>(work: Work<R>): Promise<R> {
    return committed(this.source.createQueryRunner(), work);
  }

  group<R>(work: Work<R>): Promise<R> {
    return this.together.add(work);
  }

  /** The log holds pages as they were; it is brought into the file and cut off. */
  forget(): Promise<void> {
    return this.driver.emptyLog();
  }

  /** One process has the file: there is nobody to tell. */
  tell(): Promise<void> {
    return Promise.resolve();
  }

  hear(): () => Promise<void> {
    return () => Promise.resolve();
  }

  async rows(sql: string, parameters: unknown[], inside: QueryRunner | null): Promise<Rows> {
    const [text, values] = filled(sql, parameters, PLACEHOLDERS);
    if (inside) return withMoments((await inside.query(text, values)) as Rows);
    refusePastTransaction(sql);
    const { rows } = await this.driver.reader().run(text, values);
    return withMoments(rows as Rows);
  }
}
