import { newId } from '../../src/kernel/identifier';

/** A question that one value answers: an option by its place, a number, or a text; and whether it is checked when it is answered. */
export interface Answerable {
  number: number;
  kind: 'option' | 'number' | 'text';
  options?: number;
  checked?: boolean;
}

/** Of the starter quiz. */
export const STARTER: readonly Answerable[] = [
  { number: 1, kind: 'option', options: 4 },
  { number: 9, kind: 'number' },
  { number: 14, kind: 'option', options: 4 },
];
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
  /** What was checked and acknowledged, by the same names. */
  readonly checked = new Map<string, string[]>();
  readonly begun = new Set<string>();
  readonly handedIn = new Set<string>();
  acknowledged = 0;
  checks = 0;
  /** What should never have happened. */
  readonly surprises: string[] = [];
  private attempt: string | null = null;
  private beginning = newId();
  private ending = newId();
  /** The values that were sent for one question; a check of one of them is a new try only once. */
  private readonly used = new Map<string, Set<string>>();

  constructor(
    private readonly session: string,
    private readonly quiz: string,
    private readonly chance: () => number,
    private readonly questions: readonly Answerable[] = STARTER,
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
    for (const question of this.questions) await this.answer(address, this.attempt, question);
    await this.twice(address, `/attempts/${this.attempt}/hand-in`, { form: this.ending });
    this.handedIn.add(this.attempt);
    this.beginning = newId();
    this.ending = newId();
  }

  private async answer(address: string, attempt: string, question: Answerable): Promise<void> {
    const path = `/attempts/${attempt}/questions/${question.number}`;
    const shown = await (await this.ask(address, path, {})).text();
    const sequence = /name="sequence" value="(\d+)"/.exec(shown)?.[1];
    if (sequence === undefined || shown.includes('name="skip"')) return; // handed in, or closed, by a post whose answer never came
    const name = `${attempt} ${question.number}`;
    const page = newId();
    for (let turn = 0; turn < (question.checked ? 1 : TURNS); turn++) {
      const answer = this.value(question, name);
      if (answer === null) return;
      const before = this.answers.get(name) ?? { acknowledged: null, since: [] };
      this.answers.set(name, { ...before, since: [...before.since, { page, turn }] });
      const check: Record<string, string> = question.checked ? { check: 'yes' } : {};
      await this.twice(address, path, { form: page, sequence, turn: String(turn), answer, ...check });
      this.answers.set(name, { acknowledged: { page, turn }, since: [] });
      this.acknowledged++;
      if (!question.checked) continue;
      this.checked.set(name, [...(this.checked.get(name) ?? []), answer]);
      this.checks++;
      return this.answer(address, attempt, question); // until it is closed
    }
  }

  /** Where answers are checked, one that was not sent before; null when there is none. */
  private value({ kind, options = 0, checked }: Answerable, name: string): string | null {
    const used = this.used.get(name) ?? new Set();
    this.used.set(name, used);
    const all = Array.from({ length: kind === 'option' ? options : 99 }, (_, i) => (kind === 'text' ? `Reason ${i + 1}` : `${i + 1}`));
    const left = checked ? all.filter((one) => !used.has(one)) : all;
    const value = left[Math.floor(this.chance() * left.length)] ?? null;
    if (value !== null) used.add(value);
    return value;
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
