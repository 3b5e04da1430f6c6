import type { Database } from '../../../src/database/database.service';
import type { Reply } from './bad-line';
import { Form, FormData } from './small-dom';
import type { Tab, Watch } from './tab';

interface Row {
  question: string;
  page: string;
  turn: number;
  given: string;
}

/** The small quiz of the schedules: in which question each number stands. */
export const ASKED = ['chair', 'months', 'why'] as const;
const QUESTION = /^\/attempts\/[^/]+\/questions\/(\d)/;

/** Whose answers are counted in acts: each time that somebody types or chooses something is one, and later ones are newer. */
export class Ledger implements Watch {
  /** The newest act that was said to be saved, by question. */
  readonly acknowledged = new Map<string, number>();
  answersAcknowledged = 0;
  readonly wrong: string[] = [];
  lost = 0;
  disorder = 0;
  dropped = 0;
  stale = 0;
  private acts = 0;
  private readonly told = new Map<string, number>();
  /** Acts that were put aside on a device. */
  private readonly kept = new Map<number, string>();
  private readonly saves = new Map<string, number>();
  private readonly stored = new Map<string, number>();
  /** Which act a page shows that comes with this answer in it. */
  private readonly shown = new Map<string, number>();

  constructor(
    private readonly database: () => Database,
    readonly attempt: string,
  ) {}

  nextAct(): number {
    return ++this.acts;
  }

  holds(tab: Tab, action: string, body: string, kept = false): void {
    const save = saveOf(action, body);
    if (!save || !tab.page) return;
    const act = this.saves.get(save.name) ?? tab.act;
    this.saves.set(save.name, act);
    this.shown.set(`${save.question} ${save.value}`, act);
    if (act && kept) this.kept.set(act, save.question);
  }

  heard(tab: Tab, action: string, body: string, { status, text, redirected }: Reply): void {
    const save = saveOf(action, body);
    const act = this.saves.get(save?.name ?? '');
    if (!save || act === undefined) return;
    const json = text.startsWith('{') ? (JSON.parse(text) as { time?: string }) : null;
    if (status >= 500) this.wrong.push(`${action} answered ${status}`);
    else if (json?.time || (!json && redirected)) {
      this.answersAcknowledged++;
      this.acknowledged.set(save.question, Math.max(act, this.acknowledged.get(save.question) ?? 0));
    } else if (!json || tab.address === action) this.told.set(save.question, Math.max(act, this.told.get(save.question) ?? 0)); // elsewhere it is only counted, and comes back before handing in
    if (status === 409) this.stale++;
  }

  /** A page shows what is saved, or brings back what its device has kept. */
  arrived(tab: Tab): void {
    const question = ASKED[Number(QUESTION.exec(tab.address)?.[1]) - 1];
    const fields = [...new FormData(tab.form ?? new Form())].filter(([name]) => name === 'answer');
    tab.act = this.shown.get(`${question} ${fields.map(([, value]) => value).join(',')}`) ?? 0;
    const box = JSON.parse(tab.device.box.get(`answers ${this.attempt}`) ?? '{}') as Record<string, string>;
    for (const [name, body] of Object.entries(box))
      if (tab.scripts && name.split(' ')[0] === tab.address) tab.act = this.saves.get(saveOf(name, body)?.name ?? '') ?? 0;
  }

  /** What is stored never becomes older. */
  async look(): Promise<void> {
    const rows = await this.database().rows<Row>('SELECT "question", "page", "turn", "given" FROM "answers" WHERE "attemptId" = ?', [
      this.attempt,
    ]);
    for (const { question, page, turn, given } of rows) {
      const act: number | undefined = this.saves.get([question, page, turn, valueOf(JSON.parse(given) as Given)].join('|'));
      if (act === undefined) this.wrong.push(`stored, and never sent: ${question} ${given}`);
      else if (act < (this.stored.get(question) ?? 0)) this.disorder++;
      this.stored.set(question, act ?? 0);
    }
  }

  /** When everything has arrived that ever will. */
  async close(): Promise<void> {
    await this.look();
    for (const [question, act] of this.acknowledged) if ((this.stored.get(question) ?? 0) < act) this.lost++;
    for (const [act, question] of this.kept)
      if (act > Math.max(this.stored.get(question) ?? 0, this.told.get(question) ?? 0)) this.dropped++;
  }
}

interface Given {
  type: string;
  option?: string;
  typed?: string;
  text?: string;
}

function valueOf({ option, typed, text }: Given): string {
  return typed ?? text ?? (option ? String('abc'.indexOf(option) + 1) : '');
}

function saveOf(name: string, body: string): { name: string; question: string; value: string } | null {
  const number = QUESTION.exec(name)?.[1];
  const fields = new URLSearchParams(body);
  const question = ASKED[Number(number) - 1];
  if (!question || fields.has('skip')) return null;
  const value = fields.getAll('answer').join(',');
  return { question, value, name: [question, fields.get('form'), fields.get('turn') ?? '0', value].join('|') };
}
