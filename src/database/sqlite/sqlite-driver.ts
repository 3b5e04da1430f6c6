import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import sqlite3 from 'sqlite3';
import type { ColumnType, DataSource, QueryRunner, ReplicationMode } from 'typeorm';
import { AbstractSqliteDriver } from 'typeorm/driver/sqlite-abstract/AbstractSqliteDriver';
import { momentOf, momentText } from '../moments';
import { SqliteConnection } from './connection';
import { SqliteReadRunner, SqliteWriteRunner } from './sqlite-query-runner';
import { WriteLock } from './write-lock';

/** FULL: a commit returns when it would survive a power cut. secure_delete: what was deleted cannot be read in the file. */
export const PRAGMAS = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
];
const READERS = 2;

type Column = Parameters<AbstractSqliteDriver['preparePersistentValue']>[1];

/**
 * TypeORM over the `sqlite3` package, with what TypeORM's own SQLite drivers lack: one writer whose turn lasts from BEGIN to
 * COMMIT, and readers beside it that see only what is committed.
 */
export class SqliteDriver extends AbstractSqliteDriver {
  readonly lock = new WriteLock();
  writer: SqliteConnection;
  readers: SqliteConnection[] = [];

  constructor(
    dataSource: DataSource,
    private readonly file: string,
  ) {
    super(dataSource);
  }

  override async connect(): Promise<void> {
    await makePrivateFile(this.file);
    this.writer = await SqliteConnection.open(this.file, sqlite3.OPEN_READWRITE, PRAGMAS);
    for (let i = 0; i < READERS; i++) this.readers.push(await SqliteConnection.open(this.file, sqlite3.OPEN_READONLY, PRAGMAS));
  }

  /** Waits for the transaction that is open; the writer goes last, so that it can bring the log into the file. */
  override async disconnect(): Promise<void> {
    const release = await this.lock.acquire();
    for (const connection of [...this.readers.splice(0), this.writer]) await connection.close();
    release();
  }

  async emptyLog(): Promise<void> {
    const release = await this.lock.acquire();
    try {
      await this.writer.run('PRAGMA wal_checkpoint(TRUNCATE)', []);
    } finally {
      release();
    }
  }

  override createQueryRunner(mode: ReplicationMode): QueryRunner {
    return mode === 'slave' ? new SqliteReadRunner(this) : new SqliteWriteRunner(this);
  }

  /** The reader with the least to do. */
  reader(): SqliteConnection {
    return this.readers.reduce((best, next) => (next.load < best.load ? next : best));
  }

  override normalizeType(column: { type?: ColumnType }): string {
    if (column.type === 'timestamptz') return 'datetime';
    if (column.type === 'jsonb') return 'text';
    if (column.type === 'bytea') return 'blob';
    return super.normalizeType(column);
  }

  override preparePersistentValue(value: unknown, column: Column): unknown {
    return column.type === 'timestamptz' && value instanceof Date ? momentText(value) : super.preparePersistentValue(value, column);
  }

  override prepareHydratedValue(value: unknown, column: Column): unknown {
    return column.type === 'timestamptz' && typeof value === 'string' ? momentOf(value) : super.prepareHydratedValue(value, column);
  }

  /** JSON is kept as text, not in SQLite's own binary form. */
  override wrapWithJsonFunction(value: string): string {
    return value;
  }
}

/** The file and its folder belong to the host alone; SQLite gives the log beside it the same rights. */
async function makePrivateFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await (await open(file, 'a', 0o600)).close();
}
