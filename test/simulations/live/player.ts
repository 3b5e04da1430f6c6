import { setTimeout as later } from 'node:timers/promises';
import { newId } from '../../../src/kernel/identifier';
import { Listener } from './listener';

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const STANCES = ['support', 'live-with', 'stand-aside'];
const CLAUSES = ['house', 'traffic', 'trust'];

/** Somebody at a table who says where they stand again and again, sends everything twice, listens, and writes down what they were told. Outlives the server. */
export class Player {
  /** What was sent, by the id of its form; true once the server has said that it is done. */
  readonly sent = new Map<string, boolean>();
  /** What should never have happened. */
  readonly surprises: string[] = [];
  /** The last moment that was announced. */
  moment: string | null = null;
  resumed = 0;
  private line: Listener | null = null;
  private turn = 0;

  constructor(
    readonly role: string,
    readonly table: string,
    private readonly session: string,
  ) {}

  get acknowledged(): number {
    return [...this.sent.values()].filter(Boolean).length;
  }

  get cookie(): string {
    return `session=${this.session}`;
  }

  /** Plays until the server is gone. */
  async play(address: string): Promise<void> {
    await Promise.all([this.listen(address), this.act(address)]);
  }

  /** Comes back by itself, from the last moment that it heard of. */
  private async listen(address: string): Promise<void> {
    try {
      const line = await Listener.open({ address }, `/tables/${this.table}/stream`, this.cookie, this.moment);
      if (this.moment) this.resumed++;
      this.line = line;
      await line.untilEnded();
      this.moment = line.last ?? this.moment;
    } catch {
      // the server is gone already
    }
  }

  /** The last moment, also of a line that is still open. */
  get latest(): string | null {
    return this.line?.last ?? this.moment;
  }

  private async act(address: string): Promise<void> {
    try {
      for (;;) await this.one(address);
    } catch (error) {
      if (!/fetch failed|terminated/.test((error as Error).message)) throw error; // otherwise the line was cut
    }
  }

  private async one(address: string): Promise<void> {
    const form = newId();
    const turn = this.turn++;
    const chair = this.role === 'chair';
    const path = chair ? 'statements' : `clauses/${CLAUSES[turn % CLAUSES.length]}/stances`;
    const fields: Record<string, string> = chair ? {} : { stance: STANCES[turn % STANCES.length]!, revision: '1' };
    const body = new URLSearchParams({ form, ...fields, text: `${this.role}, for the ${turn + 1}th time` }).toString();
    this.sent.set(form, false);
    const post = () =>
      fetch(`${address}/tables/${this.table}/${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...FORM, cookie: this.cookie },
        body,
      });
    for (const answer of await Promise.allSettled([post(), post()])) {
      if (answer.status === 'rejected') continue;
      if (answer.value.status === 303) this.sent.set(form, true);
      else this.surprises.push(`${this.role}: ${answer.value.status} for ${path}`);
    }
    if (!this.sent.get(form)) throw new Error('fetch failed'); // neither has arrived
    await later(20);
  }
}
