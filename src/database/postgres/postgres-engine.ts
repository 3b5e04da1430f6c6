import { setTimeout } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { refusePastTransaction } from '../ambient';
import { Engine, type Rows } from '../engine';
import { momentText, withMoments } from '../moments';
import { filled, type Placeholders } from '../placeholders';
import { committed, type Work } from '../transaction';
import { PostgresEar } from './postgres-ear';
import type { PostgresDataSource } from './postgres-data-source';
import type { PostgresClient, PostgresQuery, PostgresRunner } from './postgres-query-runner';

const PLACEHOLDERS: Placeholders = { written: (n) => `$${n}`, moment: (text) => `${text}+00` };
const ATTEMPTS = 5;

/** PostgreSQL behind the door. */
export class PostgresEngine extends Engine {
  private readonly ears = new Set<PostgresEar>();

  constructor(source: PostgresDataSource) {
    super(source, source.manager);
  }

  /**
   * A work that PostgreSQL chose as the victim of a deadlock, or could not serialise, is run again from its start. That is why
   * a work does nothing but read and write the database; everything else waits for `afterCommit`.
   */
  async write<R>(work: Work<R>): Promise<R> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await committed(this.source.createQueryRunner(), work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isWorthAnotherTry(error)) throw error;
        await setTimeout(10 * attempt * Math.random()); // or the same ones meet again
      }
    }
  }

  /** The server itself lets commits that arrive together share one wait for the disk. */
  group<R>(work: Work<R>): Promise<R> {
    return this.write(work);
  }

  /** The server's files are its own: it writes over what was deleted when it tidies up. */
  forget(): Promise<void> {
    return Promise.resolve();
  }

  async tell(channel: string, word: string, inside: QueryRunner): Promise<void> {
    await inside.query('SELECT pg_notify($1, $2)', [channel, word]);
  }

  hear(channel: string, listener: (word: string | null) => void): () => Promise<void> {
    const ear = new PostgresEar(this.source.driver as PostgresDriver, channel, listener);
    this.ears.add(ear);
    return () => {
      this.ears.delete(ear);
      return ear.close();
    };
  }

  override async close(): Promise<void> {
    await Promise.all([...this.ears].map((ear) => ear.close()));
    await super.close();
  }

  async rows(sql: string, parameters: unknown[], inside: QueryRunner | null): Promise<Rows> {
    const [text, values] = filled(sql, parameters, PLACEHOLDERS);
    const query: PostgresQuery = { text, values, types: TYPES };
    if (inside) return withMoments(await (inside as PostgresRunner).rows(query));
    refusePastTransaction(sql);
    const pool = (this.source.driver as PostgresDriver).master as PostgresClient;
    return withMoments((await pool.query(query)).rows);
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  const { code } = ((error as { driverError?: unknown })?.driverError ?? error ?? {}) as { code?: string };
  return code === '40P01' || code === '40001';
}

const asText = (text: string) => text;
const asTruth = (text: string) => (text === 't' ? 1 : 0);
const asMoment = (text: string) => momentText(new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')));

/** Values as SQLite gives them, so that a hand-written query has one kind of answer. By the numbers of pg_type. */
const PARSERS: Record<number, (text: string) => unknown> = {
  16: asTruth, // bool
  20: Number, // int8: counts and sums
  21: Number,
  23: Number,
  700: Number,
  701: Number,
  1700: Number, // numeric: sums of int8, averages
  1184: asMoment, // timestamptz
};
const TYPES = { getTypeParser: (oid: number) => PARSERS[oid] ?? asText };
