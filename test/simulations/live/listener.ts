import { get, type IncomingMessage } from 'node:http';
import type { Account } from '../../support/visitor';
import { sessionFor } from '../../support/visitor';
import type { TestApp } from '../../support/app';

export interface Announcement {
  event: string;
  id: string | null;
  data: { parts?: string[]; later?: string[] };
}

/** Somebody's line to a table, read as it comes. */
export class Listener {
  text = '';
  /** Whether the server has ended it. */
  ended = false;
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => this.now(() => (this.text += part)));
    answer.on('close', () => this.now(() => (this.ended = true)));
    answer.on('error', () => undefined);
  }

  /** Opens it, as a browser that comes back (`last`) or a page that was just opened (`after` in the address). */
  static async open(app: Pick<TestApp, 'address'>, path: string, cookie: string, last: string | null = null): Promise<Listener> {
    const headers = { cookie, ...(last !== null && { 'last-event-id': last }) };
    const answer = await new Promise<IncomingMessage>((come, failed) =>
      get(app.address + path, { headers, agent: false }, come).on('error', failed),
    );
    if (answer.statusCode !== 200) {
      answer.resume();
      throw new Error(`${path} answers ${answer.statusCode}`);
    }
    return new Listener(answer);
  }

  static async of(app: TestApp, path: string, who: Account, last: string | null = null): Promise<Listener> {
    return Listener.open(app, path, `session=${await sessionFor(app, who)}`, last);
  }

  get type(): string {
    return this.answer.headers['content-type'] ?? '';
  }

  get heard(): Announcement[] {
    const blocks = this.text.split('\n\n').slice(0, -1);
    return blocks
      .filter((block) => !block.startsWith('event: now'))
      .flatMap((block) => {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
        const data = field('data');
        return data ? [{ event: field('event') ?? 'message', id: field('id'), data: JSON.parse(data) as Announcement['data'] }] : [];
      });
  }

  get last(): string | null {
    return this.heard.findLast(({ id }) => id !== null)?.id ?? null;
  }

  /** Waits until it has heard so much, or that it ended. */
  async until(done: (listener: this) => boolean): Promise<this> {
    while (!done(this)) {
      if (this.ended) throw new Error(`The line ended; it said: ${this.text}`);
      await new Promise<void>((something) => this.waiting.add(something));
    }
    return this;
  }

  async untilEnded(): Promise<this> {
    while (!this.ended) await new Promise<void>((something) => this.waiting.add(something));
    return this;
  }

  close(): void {
    this.answer.destroy();
  }

  private now(what: () => void): void {
    what();
    const all = [...this.waiting];
    this.waiting.clear();
    for (const one of all) one();
  }
}
