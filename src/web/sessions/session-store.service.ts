import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type SessionData, Store } from 'express-session';
import { LessThan } from 'typeorm';
import { Database } from '../../database/database.service';
import { Clock } from '../requests/clock';
import { Session } from './session.entity';

/** How long a browser stays signed in without being used. Long, because a trainee's line may be down for days. */
export const SESSION_DAYS = 14;
const RENEW_AFTER_MS = 60 * 60_000; // sliding the end on every request would be a write on every request
const MEMORY_MS = 5_000; // the longest time for which an ended session may still open a page in another process
const MEMORY_SIZE = 10_000;

const hashed = (id: string) => createHash('sha256').update(id).digest('base64url');

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
    const row = { id: hashed(id), personId: session.passport?.user ?? null, expiresAt: this.end(), data: JSON.stringify(session) };
    this.memory.delete(id);
    this.database.write((write) => write.upsert(Session, row, ['id'])).then(() => this.forget(id, done), done);
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
