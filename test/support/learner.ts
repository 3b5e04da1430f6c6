import { newId } from '../../src/kernel/identifier';

/** Questions of the starter quiz that one value answers: an option by its place, or a number. */
const QUESTIONS: [number: number, typed: boolean][] = [
  [1, false],
  [9, true],
  [14, false],
];
const OPTIONS = 4;
const TURNS = 2;

/** Which save of which page. */
interface Save {
  page: string;
  turn: number;
}

/** What was acknowledged last for one question, and everything that was sent since and never answered. */
export interface Promised {
  acknowledged: Save | null;
  since: Save[];
}

/** Whether a stored answer is one that this may have left. */
export function mayBe({ acknowledged, since }: Promised, { page, turn }: Save): boolean {
  return (acknowledged?.page === page && turn >= acknowledged.turn) || since.some((one) => one.page === page && one.turn === turn);
}

/** A client that takes a quiz again and again, sends everything twice, and writes down what it was told. Its ledger outlives the server. */
export class Learner {
  /** By attempt and number of the question. */
  readonly answers = new Map<string, Promised>();
  readonly begun = new Set<string>();
  readonly handedIn = new Set<string>();
  acknowledged = 0;
  /** What should never have happened. */
  readonly surprises: string[] = [];
  private attempt: string | null = null;
  private beginning = newId();
  private ending = newId();

  constructor(
    private readonly session: string,
    private readonly quiz: string,
    private readonly chance: () => number,
  ) {}

  /** Works until the server is gone. */
  async work(address: string): Promise<void> {
    try {
      for (;;) await this.round(address);
    } catch (error) {
      if (!/fetch failed|terminated/.test((error as Error).message)) throw error; // otherwise the line was cut
    }
  }

  private async round(address: string): Promise<void> {
    const begun = await this.twice(address, `${this.quiz}/attempts`, { form: this.beginning });
    this.attempt = begun.split('/')[2]!;
    this.begun.add(this.attempt);
    for (const [number, typed] of QUESTIONS) await this.answer(address, this.attempt, number, typed);
    await this.twice(address, `/attempts/${this.attempt}/hand-in`, { form: this.ending });
    this.handedIn.add(this.attempt);
    this.beginning = newId();
    this.ending = newId();
  }

  private async answer(address: string, attempt: string, number: number, typed: boolean): Promise<void> {
    const path = `/attempts/${attempt}/questions/${number}`;
    const shown = await (await this.ask(address, path, {})).text();
    const sequence = /name="sequence" value="(\d+)"/.exec(shown)?.[1];
    if (sequence === undefined) return; // handed in by a post whose answer never came
    const name = `${attempt} ${number}`;
    const page = newId();
    for (let turn = 0; turn < TURNS; turn++) {
      const value = 1 + Math.floor(this.chance() * (typed ? 99 : OPTIONS));
      const before = this.answers.get(name) ?? { acknowledged: null, since: [] };
      this.answers.set(name, { ...before, since: [...before.since, { page, turn }] });
      await this.twice(address, path, { form: page, sequence, turn: String(turn), answer: String(value) });
      this.answers.set(name, { acknowledged: { page, turn }, since: [] });
      this.acknowledged++;
    }
  }

  /** The same form from two presses at once: both get the same answer. */
  private async twice(address: string, path: string, fields: Record<string, string>): Promise<string> {
    const [first, second] = await Promise.all([this.send(address, path, fields), this.send(address, path, fields)]);
    if (first !== second) this.surprises.push(`${path} led to ${first} and to ${second}`);
    return first!;
  }

  private async send(address: string, path: string, fields: Record<string, string>): Promise<string> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const answer = await this.ask(address, path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
    await answer.arrayBuffer();
    if (answer.status !== 303) this.surprises.push(`${path} answered ${answer.status}`);
    return answer.headers.get('location') ?? '';
  }

  private ask(address: string, path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    return fetch(address + path, { ...init, redirect: 'manual', headers: { ...init.headers, cookie: `session=${this.session}` } });
  }
}
