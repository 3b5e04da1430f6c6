import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
import type { Hands } from './hands';
import { tidied } from './html';
import { all, textOf } from './html';
import type { Page } from './page';
import type { Given } from './submit';

const ROOT = join(__dirname, '../..');

interface Asked {
  key: string;
  type: 'single' | 'multiple' | 'matching' | 'ordering' | 'number' | 'gap-text';
  points: number;
  options?: string[];
  items?: string[];
  right?: unknown;
  gaps?: Record<string, { options?: string[]; right?: string; typed?: boolean }>;
}

interface Wording {
  stem: string;
  options?: Record<string, { text: string }>;
  items?: Record<string, string>;
  gaps?: Record<string, { options?: Record<string, { text: string }>; answers?: string[] }>;
}

/** The key of a quiz as its author wrote it, and the words in which people meet it on a page. */
export class QuizKey {
  private readonly asked: Asked[];
  private readonly words: Record<string, Wording>;
  private readonly say;

  constructor(slug: string, language: Language = 'en') {
    const read = (file: string) => parse(readFileSync(join(ROOT, 'seeds/library/quizzes', slug, file), 'utf8')) as never;
    this.asked = (read('quiz.yml') as { questions: Asked[] }).questions;
    this.words = (read(`${language}.yml`) as { questions: Record<string, Wording> }).questions;
    this.say = Phrases.read(join(ROOT, 'views/translations')).in(language);
  }

  get count(): number {
    return this.asked.length;
  }

  get types(): string[] {
    return [...new Set(this.asked.map(({ type }) => type))];
  }

  /** Answers the question that is open, by the words on its page, and goes to the next one (or to all answers, after the last). */
  async answer(hands: Hands, well: boolean): Promise<Page> {
    const page = await hands.page();
    const question = this.on(page);
    if (question.type === 'ordering') await this.arrange(hands, question, well);
    const next = page.offers(this.say('quizzes.question.save-next')) ? 'quizzes.question.save-next' : 'quizzes.question.save-last';
    return hands.press(this.say(next), this.given(question, page, well));
  }

  /** The question on a page, found by its stem. */
  on(page: Page): Asked {
    const found = this.asked.find(({ key }) => page.main.includes(tidied(this.words[key]!.stem)));
    if (!found) throw new Error(`No question of this quiz is on the page “${page.heading}”`);
    return found;
  }

  /** What to fill in, by the labels of the page. Nothing for an order, which is made by presses. */
  given(question: Asked, page: Page, well: boolean): Given {
    const words = this.words[question.key]!;
    const stem = tidied(words.stem);
    const text = (key: string) => tidied(words.options![key]!.text);
    const other = (right: string, options: string[]) => (well ? right : options.find((key) => key !== right)!);
    switch (question.type) {
      case 'single':
        return { [stem]: text(other(question.right as string, question.options!)) };
      case 'multiple': {
        const right = question.right as string[];
        return { [stem]: (well ? right : question.options!.filter((key) => !right.includes(key))).map(text) };
      }
      case 'matching': {
        const right = question.right as Record<string, string>;
        return Object.fromEntries(
          question.items!.map((item) => [tidied(words.items![item]!), lettered(page, text(other(right[item]!, question.options!)))]),
        );
      }
      case 'number': {
        const { value } = question.right as { value: number };
        return { [this.say('quizzes.question.number-label')]: String(well ? value : value + 7) };
      }
      case 'gap-text':
        return Object.fromEntries(
          Object.entries(question.gaps!).map(([key, gap]) => [this.gapLabel(question, key), this.gap(words.gaps![key]!, gap, well)]),
        );
      case 'ordering':
        return {};
    }
  }

  private gap(words: NonNullable<Wording['gaps']>[string], gap: NonNullable<Asked['gaps']>[string], well: boolean): string {
    if (!gap.options) return well ? words.answers![0]! : 'something else';
    return tidied(words.options![well ? gap.right! : gap.options.find((key) => key !== gap.right)!]!.text);
  }

  /** Gaps are numbered as they come in the text. */
  private gapLabel(question: Asked, key: string): string {
    const text = (this.words[question.key] as unknown as { text: string }).text;
    const order = [...text.matchAll(/\{\{([a-z0-9-]+)\}\}/g)].map((match) => match[1]);
    return this.say('quizzes.question.gap', { number: order.indexOf(key) + 1 });
  }

  /** Moves items with the arrows until they stand in the right order, or upside down. */
  private async arrange(hands: Hands, question: Asked, well: boolean): Promise<void> {
    const right = question.options!.map((key) => tidied(this.words[question.key]!.options![key]!.text));
    const wanted = well ? right : [...right].reverse();
    for (let moves = 0; moves < 50; moves++) {
      const now = orderOn(await hands.page());
      const wrong = wanted.findIndex((text, i) => now[i] !== text);
      if (wrong < 0) return;
      await hands.press(tidied(this.say('quizzes.question.move-up', { text: wanted[wrong]! })));
    }
    throw new Error(`The items of “${question.key}” cannot be put in order`);
  }
}

/** The items of an order as they stand on the page. */
export function orderOn(page: Page): string[] {
  const list = [...all(page.root, 'ol')].find((one) => one.attributes['class']?.split(' ').includes('order'));
  return list ? [...all(list, 'li')].map((item) => textOf([...all(item, 'span')][0]!)) : [];
}

/** A choice of a closed list begins with its letter: “B: text”. */
function lettered(page: Page, text: string): string {
  const choice = page.fields.flatMap(({ options }) => options).find((one) => one.endsWith(`: ${text}`));
  if (!choice) throw new Error(`No list on the page offers “${text}”`);
  return choice;
}
