/** A line between a browser and the real application on which everything happens that happens on lines. Chance is passed in. */
export type Fate = 'fine' | 'lost' | 'reset' | 'slow' | 'late' | 'doubled';

/** How often, out of a hundred posts while the line is up. */
const FATES: [Fate, number][] = [
  ['lost', 8],
  ['reset', 10],
  ['slow', 10],
  ['late', 6],
  ['doubled', 8],
];

export interface Reply {
  status: number;
  url: string;
  redirected: boolean;
  text: string;
}

export interface Sent {
  address: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal | undefined;
}

const broken = () => new TypeError('fetch failed');

export class BadLine {
  up = true;
  good = false;
  /** Requests that are on their way to the server just now. */
  busy = 0;
  readonly counts: Record<Fate | 'offline', number> = { fine: 0, lost: 0, reset: 0, slow: 0, late: 0, doubled: 0, offline: 0 };
  /** What still arrives at the server some time: slow posts whose sender waits, and copies that nobody waits for any more. */
  private readonly held: (() => Promise<void>)[] = [];

  constructor(
    private readonly site: () => string,
    private readonly cookie: string,
    private readonly chance: () => number,
  ) {}

  async send(sent: Sent): Promise<Reply> {
    const fate = this.fateOf(sent);
    this.counts[fate]++;
    if (fate === 'offline' || fate === 'lost') throw broken();
    if (fate === 'late') {
      this.held.push(() => this.unheard(sent));
      throw broken();
    }
    if (fate === 'slow') return this.slowly(sent);
    const reply = await this.arrive(sent);
    if (fate === 'reset') throw broken();
    if (fate === 'doubled') this.held.push(() => this.unheard(sent));
    if (sent.signal?.aborted) throw broken();
    return reply;
  }

  /** Lets something that was held arrive; in whatever order. */
  async release(): Promise<void> {
    const [one] = this.held.splice(Math.floor(this.chance() * this.held.length), 1);
    await one?.();
  }

  async releaseAll(): Promise<void> {
    while (this.held.length) await this.release();
  }

  private fateOf({ method }: Sent): Fate | 'offline' {
    if (!this.up) return 'offline';
    if (this.good || method === 'GET') return 'fine';
    let drawn = this.chance() * 100;
    for (const [fate, share] of FATES) {
      if (drawn < share) return fate;
      drawn -= share;
    }
    return 'fine';
  }

  /** Arrives when it is released, whether its sender still waits or not. */
  private slowly(sent: Sent): Promise<Reply> {
    return new Promise((heard, failed) => {
      sent.signal?.addEventListener('abort', () => failed(broken()));
      this.held.push(() => this.arrive(sent).then(heard, failed));
    });
  }

  private async unheard(sent: Sent): Promise<void> {
    await this.arrive(sent).catch(() => null);
  }

  private async arrive({ address, method, headers, body }: Sent): Promise<Reply> {
    this.busy++;
    try {
      const own = { ...headers, cookie: this.cookie, 'sec-fetch-site': 'same-origin' };
      const answer = await fetch(new URL(address, this.site()), { method, headers: own, body: body ?? null });
      return { status: answer.status, url: answer.url, redirected: answer.redirected, text: await answer.text() };
    } finally {
      this.busy--;
    }
  }
}
