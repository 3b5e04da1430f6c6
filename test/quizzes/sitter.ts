import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'supertest';
import { parse } from 'yaml';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { finish } from '../certificates/finished';
import type { TestApp } from '../support/app';
import { PlainHands } from '../support/hands';
import { all, tidied } from '../support/html';
import { nameOf, open, type Page } from '../support/page';
import { orderOn, QuizKey } from '../support/quiz-key';
import { fill, type Given } from '../support/submit';
import { rowsOf } from '../support/tables';
import { as, type Visitor } from '../support/visitor';
import { enrol, LIBRARY, loadLibrary, openCohort, startWorld, type World } from '../support/world';

/** The numbers under which the starter quiz asks each type of question. */
export const NUMBERS = { single: 1, ordering: 3, multiple: 4, matching: 5, number: 9, gapText: 10 } as const;

export type Pairs = [string, string][];

/** Somebody who takes the starter quiz. */
export class Sitting {
  constructor(
    readonly visitor: Visitor,
    /** `/attempts/<id>` */
    readonly address: string,
  ) {}

  get id(): string {
    return this.address.split('/')[2]!;
  }

  addressOf(number: number | string): string {
    return `${this.address}/questions/${number}`;
  }

  open(number: number | string, query = ''): Promise<Page> {
    return open(this.visitor, this.addressOf(number) + query);
  }

  summary(): Promise<Page> {
    return open(this.visitor, this.address);
  }

  result(): Promise<Page> {
    return open(this.visitor, `${this.address}/result`);
  }

  /** What the page would send, given what is filled in. */
  pairs(page: Page, given: Given = {}, button: string | RegExp = mainButton(page)): Pairs {
    return fill(page, button, given).pairs;
  }

  /** Sends what the page of a question holds, as its button does. */
  save(page: Page, given: Given = {}, button: string | RegExp = mainButton(page)): Test {
    return this.send(page.address, this.pairs(page, given, button));
  }

  send(address: string, pairs: Pairs): Test {
    return this.visitor.post(address.split('?')[0]!).send(new URLSearchParams(pairs).toString());
  }

  /** As the page's script sends it. */
  fetch(address: string, pairs: Pairs): Test {
    return this.send(address, pairs).set('x-requested-with', 'fetch');
  }

  handIn(): Test {
    return this.visitor.post(`${this.address}/hand-in`).send({ form: newId() });
  }
}

/** Somebody begins the starter quiz, all lessons read. */
export async function sit(world: TestApp, person: Person, enrolment: string): Promise<Sitting> {
  await finish(world, person, enrolment, { but: ['quiz'] });
  return sitAgain(world, person, enrolment);
}

export async function sitAgain(world: TestApp, person: Person, enrolment: string): Promise<Sitting> {
  const visitor = as(world, person);
  const { headers } = await visitor
    .post(`${quizAddress(enrolment)}/attempts`)
    .send({ form: newId() })
    .expect(303);
  return new Sitting(visitor, headers['location']!.replace('/questions/1', ''));
}

export const quizAddress = (enrolment: string) => `/quizzes/${enrolment}/rough-consensus/quiz`;

/** “Save and next”, or whatever it is called in the language of the page. */
function mainButton(page: Page): string {
  const form = [...all(page.root, 'form')].find(({ attributes }) => attributes['id'] === 'answer');
  return nameOf([...all(form!, 'button')].find(({ attributes }) => attributes['class'] === 'btn tall')!);
}

const KEY = new QuizKey('rough-consensus');
const WORDS = parse(readFileSync(join(__dirname, '../../seeds/library/quizzes/rough-consensus/en.yml'), 'utf8')) as {
  questions: Record<string, { options: Record<string, { text: string }> }>;
};

/** Answers every question in English: rightly, except those that are to be wrong or stay open, by their keys; orders can be given. */
export async function answerAll(
  sitting: Sitting,
  { wrong = [], open: left = [], orders = {} }: { wrong?: string[]; open?: string[]; orders?: Record<string, string[]> } = {},
): Promise<void> {
  const hands = new PlainHands(sitting.visitor);
  for (let number = 1; number <= KEY.count; number++) {
    const page = await hands.goTo(sitting.addressOf(number));
    const { key, type } = KEY.on(page);
    const order = orders[key] ?? (type === 'ordering' ? rightOrder(key, wrong.includes(key)) : null);
    if (left.includes(key)) continue;
    if (order)
      await sitting.send(page.address, [...sitting.pairs(page).filter(([name]) => name !== 'answer'), ...inOrder(page, key, order)]);
    else await KEY.answer(hands, !wrong.includes(key));
  }
}

function rightOrder(question: string, upsideDown: boolean): string[] {
  const keys = Object.keys(WORDS.questions[question]!.options);
  return upsideDown ? keys.reverse() : keys;
}

/** The fields of an order, by its author's keys. */
function inOrder(page: Page, question: string, keys: string[]): Pairs {
  const shown = orderOn(page);
  const codes = [...all(page.root, 'input')]
    .filter(({ attributes }) => attributes['name'] === 'answer')
    .map(({ attributes }) => attributes['value']!);
  return keys.map((key) => ['answer', codes[shown.indexOf(tidied(WORDS.questions[question]!.options[key]!.text))]!]);
}

/** Pairs with some of them put in the place of those of the same names. */
export function instead(pairs: Pairs, ...others: Pairs): Pairs {
  const names = new Set(others.map(([name]) => name));
  return [...pairs.filter(([name]) => !names.has(name)), ...others];
}

/** The saved answers of an attempt, by question. */
export async function saved(world: TestApp, { id }: Sitting): Promise<Record<string, unknown>> {
  const rows = (await rowsOf(world.database, 'answers')).filter(({ attemptId }) => attemptId === id);
  return Object.fromEntries(rows.map(({ question, given }) => [question, typeof given === 'string' ? JSON.parse(given) : given]));
}

/** What stands in the hidden or typed field of a page. */
export function valueOf(page: Page, name: string): string | null {
  const found = [...all(page.root, 'input', 'textarea')].find(({ attributes }) => attributes['name'] === name);
  return found?.attributes['value'] ?? null;
}

/** The starter library with some of its words changed: by file, what to replace with what. Throw it away with `remove()`. */
export function changedLibrary(changes: Record<string, [from: string | RegExp, to: string][]>): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-library-'));
  cpSync(LIBRARY, folder, { recursive: true });
  for (const [file, replacements] of Object.entries(changes)) {
    let text = readFileSync(join(folder, file), 'utf8');
    for (const [from, to] of replacements) {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} has no ${from}`);
      text = changed;
    }
    writeFileSync(join(folder, file), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A world whose library differs from the starter library, with Wanjiku, Baraka and Yusuf enrolled. */
export async function startChanged(
  changes: Parameters<typeof changedLibrary>[0],
): Promise<World & { studies: Record<'wanjiku' | 'baraka' | 'yusuf', string> }> {
  const world = await startWorld();
  const library = changedLibrary(changes);
  await loadLibrary(world, library.folder);
  library.remove();
  const [kenya, lebanon] = [await openCohort(world, world.kenya), await openCohort(world, world.lebanon)];
  const studies = {
    wanjiku: await enrol(world, world.wanjiku, kenya),
    baraka: await enrol(world, world.baraka, kenya),
    yusuf: await enrol(world, world.yusuf, lebanon),
  };
  return { ...world, studies };
}

/** The field for a number, whatever its label is in the language of the page. */
export const numberField = (page: Page): string =>
  page.fields.find(({ elements }) => elements[0]!.attributes['inputmode'] === 'decimal')!.label;
