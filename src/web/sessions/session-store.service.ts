import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type SessionData, Store } from 'express-session';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { Database } from '../../database/database.service';
import { Clock } from '../requests/clock';
import type { Device } from './device';
import { Session } from './session.entity';

/** How long a browser stays signed in without being used. Long, because a trainee's line may be down for days. */
export const SESSION_DAYS = 14;
const RENEW_AFTER_MS = 60 * 60_000; // sliding the end on every request would be a write on every request
const MEMORY_MS = 5_000; // the longest time for which an ended session may still open a page in another process
const MEMORY_SIZE = 10_000;

const hashed = (id: string) => createHash('sha256').update(id).digest('base64url');

/** A browser in which somebody is signed in, as they are shown it. */
export interface OpenSession {
  /** The hash of the cookie's value: names the session, opens nothing. */
  id: string;
  device: Device;
  begunAt: Date | null;
  /** To the hour: it is noted when the end is moved. */
  usedAt: Date;
}

interface Remembered {
  data: string;
  expiresAt: number;
  until: number;
}

/** Sessions in the database, through the same door as everything else. */
@Injectable()
export class SessionStore extends Store {
  private readonly memory = new Map<string, Remembered>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.find(id).then((found) => done(null, found), done);
  }

  override set(id: string, session: SessionData, done: (error?: unknown) => void = () => undefined): void {
    const data = JSON.stringify({ ...session, stored: true });
    const row = { personId: session.passport?.user ?? null, expiresAt: this.end(), data };
    this.memory.delete(id);
    const written = this.database.write(async (write) => {
      if (session.stored) await write.update(Session, { id: hashed(id) }, row);
      else await write.upsert(Session, { id: hashed(id), ...row }, ['id']);
    });
    written.then(() => this.forget(id, done), done);
  }

  override touch(id: string, _session: SessionData, done: (error?: unknown) => void = () => undefined): void {
    const known = this.memory.get(id);
    const end = this.end();
    if (known && end.getTime() - known.expiresAt < RENEW_AFTER_MS) return done();
    this.memory.delete(id);
    this.database.write((write) => write.update(Session, { id: hashed(id) }, { expiresAt: end })).then(() => this.forget(id, done), done);
  }

  override destroy(id: string, done: (error?: unknown) => void = () => undefined): void {
    this.memory.delete(id);
    this.database.write((write) => write.remove(Session, { id: hashed(id) })).then(() => this.forget(id, done), done);
  }

  /** Signs a person out everywhere. */
  async endAllOf(personId: string): Promise<void> {
    await this.database.write((write) => write.remove(Session, { personId }));
    this.memory.clear();
  }

  /** The browsers in which a person is signed in, the one used last first. */
  async openOf(personId: string): Promise<OpenSession[]> {
    const rows = await this.database.read(Session).find({ where: { personId, expiresAt: MoreThan(this.clock.now()) } });
    return rows.map(opened).sort((a, b) => b.usedAt.getTime() - a.usedAt.getTime());
  }

  /** The name under which a session is listed. */
  nameOf(id: string): string {
    return hashed(id);
  }

  /** Those of these sessions, by their names, that are open now, whatever is remembered of them. */
  async stillOpen(names: string[]): Promise<Set<string>> {
    const rows = await this.database
      .read(Session)
      .find({ where: { id: In(names), expiresAt: MoreThan(this.clock.now()) }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }

  /** Signs a person out of one browser; of somebody else's nothing happens. */
  async endOneOf(personId: string, id: string): Promise<void> {
    await this.database.write((write) => write.remove(Session, { personId, id }));
    this.memory.clear();
  }

  /** Signs a person out everywhere but in the browser of this session. */
  async endOthersOf(personId: string, but: string): Promise<void> {
    await this.database.write((write) => write.remove(Session, { personId, id: Not(but) }));
    this.memory.clear();
  }

  /** Removes what has ended; returns how many. */
  prune(): Promise<number> {
    return this.database.write((write) => write.remove(Session, { expiresAt: LessThan(this.clock.now()) }));
  }

  /** Forgets again once it is written: a page that came in the meantime may have read what stood there before. */
  private forget(id: string, done: () => void): void {
    this.memory.delete(id);
    done();
  }

  private async find(id: string): Promise<SessionData | null> {
    const now = this.clock.now().getTime();
    let known = this.memory.get(id);
    if (!known || known.until < now) {
      const row = await this.database.read(Session).findOneBy({ id: hashed(id) });
      if (!row) return null;
      known = { data: row.data, expiresAt: row.expiresAt.getTime(), until: now + MEMORY_MS };
      if (this.memory.size >= MEMORY_SIZE) this.memory.clear();
      this.memory.set(id, known);
    }
    return known.expiresAt > now ? (JSON.parse(known.data) as SessionData) : null;
  }

  private end(): Date {
    return new Date(this.clock.now().getTime() + SESSION_DAYS * 86_400_000);
  }
}

function opened({ id, data, expiresAt }: Session): OpenSession {
  const { device, begunAt } = JSON.parse(data) as SessionData;
  return {
    id,
    device: device ?? { browser: null, system: null },
    begunAt: begunAt ? new Date(begunAt) : null,
    usedAt: new Date(expiresAt.getTime() - SESSION_DAYS * 86_400_000),
  };
}
