import { setTimeout as later } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { Clock } from '../requests/clock';
import { Log } from '../requests/log';
import { Rounds } from '../requests/rounds';
import { Notices } from './notices.service';
import { OutboxMessage } from './outbox-message.entity';
import { Post } from './post.service';
import { nextTry } from './retries';

export interface Letter {
  recipient: string;
  language: Language;
  subject: string;
  text: string;
  /** Makes it a notice: it says how to stop such letters, and is not sent to a person who has. Without it, it always goes. */
  personId?: string;
}

/** Why a notice was not sent: its reader wants none any more. */
export const STOPPED = 'stopped';

const WHERE = 'outbox';
const LOOK_EVERY_MS = 15_000;
const CLAIM_MS = 120_000; // a worker that dies while sending gives the mail back after this long
const STOP_WITHIN_MS = 5_000; // a mail server that says nothing does not hold up a stop; whoever works next sends the mail again

/** The outbox: nothing waits for a mail server, nothing that was promised is forgotten. */
@Injectable()
export class Outbox extends Rounds {
  private stopping = false;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly post: Post,
    private readonly notices: Notices,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(LOOK_EVERY_MS, WHERE, log);
  }

  /** Puts a letter into the outbox, in the transaction that is the reason for it. */
  async put(write: Writer, letter: Letter): Promise<void> {
    await this.putAll(write, [letter]);
  }

  /** The same for many at once. Returns how many go: notices for people who have stopped them do not. */
  async putAll(write: Writer, letters: Letter[]): Promise<number> {
    const now = this.clock.now();
    const stopped = await this.notices.stoppedAmong(letters.flatMap(({ personId }) => personId ?? []));
    const going = letters.filter(({ personId }) => !personId || !stopped.has(personId));
    const waiting = { createdAt: now, tries: 0, dueAt: now, sentAt: null, failure: null };
    if (going.length)
      await write.insert(
        OutboxMessage,
        going.map((one) => ({ id: newId(), personId: null, ...one, ...waiting })),
      );
    write.afterCommit(() => void this.work());
    return going.length;
  }

  override async onModuleDestroy(): Promise<void> {
    this.rest();
    this.stopping = true;
    await Promise.race([this.underWay, later(STOP_WITHIN_MS, undefined, { ref: false })]);
    this.post.close();
  }

  round(): Promise<void> {
    return this.work();
  }

  /** Sends all that is due, one after the other; resolves when nothing is left to do now. */
  work(): Promise<void> {
    this.underWay = this.underWay.then(() => this.sendDue()).catch((error: unknown) => this.log.fault(error, { where: WHERE }));
    return this.underWay;
  }

  private async sendDue(): Promise<void> {
    for (let message = await this.claim(); message; message = await this.claim()) await this.send(message);
  }

  /** Takes one due message for a while: only one worker gets it, and none loses it. */
  private async claim(): Promise<OutboxMessage | null> {
    if (this.stopping) return null;
    const now = this.clock.now();
    const [due] = await this.database
      .read(OutboxMessage)
      .find({ where: { dueAt: LessThanOrEqual(now) }, order: { dueAt: 'ASC' }, take: 1 });
    const before = due?.dueAt;
    if (!due || !before) return null;
    const dueAt = new Date(now.getTime() + CLAIM_MS);
    const taken = await this.database.write((write) => write.update(OutboxMessage, { id: due.id, dueAt: before }, { dueAt }));
    return taken === 1 ? { ...due, dueAt } : this.claim();
  }

  private async send(message: OutboxMessage): Promise<void> {
    if (message.personId && (await this.notices.stopped(message.personId))) return this.record(message, { dueAt: null, failure: STOPPED });
    try {
      await this.post.hand(message);
      await this.record(message, { sentAt: this.clock.now(), dueAt: null, tries: message.tries + 1, failure: null });
    } catch (error) {
      const tries = message.tries + 1;
      const { message: failure, code = null } = error as Error & { code?: string };
      const dueAt = nextTry(tries, this.clock.now());
      this.log.say('mail-failed', { message: message.id, tries, code, again: dueAt !== null });
      await this.record(message, { tries, failure: failure.slice(0, 300), dueAt });
    }
  }

  /** The words of what has left the house, or never will, are not kept: a link in them opens an account. Where no mail server is, the host reads them here. */
  private async record({ id }: OutboxMessage, outcome: Pick<OutboxMessage, 'dueAt'> & Partial<OutboxMessage>): Promise<void> {
    const kept = outcome.dueAt || (outcome.sentAt && !this.post.delivers);
    const set = kept ? outcome : { ...outcome, text: '' };
    await this.database.write((write) => write.update(OutboxMessage, { id }, set));
  }
}
