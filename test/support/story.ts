import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../src/kernel/language';
import { Phrases, type Values } from '../../src/languages/phrases';
import type { TestApp } from './app';
import type { Hands } from './hands';
import { all, tidied } from './html';
import { lettersTo } from './mail';
import type { Page } from './page';
import { QuizKey } from './quiz-key';
import { PASSWORD } from './visitor';

interface Titled {
  texts: Partial<Record<Language, { title: string }>>;
}

/** The acts of the trainee's story, told in the words of one language and played by anybody's hands. */
export class Story {
  private readonly voice;
  private readonly key: QuizKey;
  private readonly programme: string;

  constructor(readonly language: Language = 'en') {
    this.voice = Phrases.read(join(__dirname, '../../views/translations')).in(language);
    this.key = new QuizKey('rough-consensus', language);
    const { texts } = parse(readFileSync(join(__dirname, '../../seeds/library/programmes/taking-part.yml'), 'utf8')) as Titled;
    this.programme = texts[language]!.title;
  }

  say(key: string, values?: Values): string {
    return tidied(this.voice(key, values));
  }

  async signIn(hands: Hands, email: string): Promise<Page> {
    await hands.goTo(`/sign-in?language=${this.language}`);
    return hands.press(this.say('people.sign-in.button'), { [this.say('people.email')]: email, [this.say('people.password')]: PASSWORD });
  }

  /** A lead opens a cohort; returns the invitation link that she copies from its board. */
  async openCohort(lead: Hands, chapter: string, name: string): Promise<string> {
    await lead.goTo('/chapters');
    let page = await lead.page();
    if (page.links.some((link) => link.name === chapter)) page = await lead.follow(chapter);
    await lead.follow(this.say('cohorts.list.new'));
    page = await lead.press(this.say('cohorts.new.button'), {
      [this.say('cohorts.field.programme')]: this.programme,
      [this.say('cohorts.field.name')]: name,
    });
    return String(page.field(this.say('oversight.board.link')).value);
  }

  /** Somebody new comes in by the link; ends on the page with what to do first. */
  async join(hands: Hands, link: string, person: { name: string; email: string }): Promise<Page> {
    await hands.goTo(`${new URL(link).pathname}?language=${this.language}`);
    return hands.press(this.say('cohorts.join.button'), {
      [this.say('people.name')]: person.name,
      [this.say('people.email')]: person.email,
      [this.say('people.password')]: PASSWORD,
    });
  }

  /** Reads lesson after lesson until something else comes; returns how many. */
  async readLessons(hands: Hands): Promise<number> {
    let page = await hands.page();
    if (!page.buttons.some((name) => this.isNext(name))) page = await hands.follow(this.say('home.learning.go-first'));
    let lessons = 0;
    for (; page.buttons.some((name) => this.isNext(name)); lessons++) {
      page = await hands.press(page.buttons.find((name) => this.isNext(name))!);
    }
    return lessons;
  }

  private isNext(button: string): boolean {
    return [this.say('lessons.done-next'), this.say('lessons.done-last')].some((words) => button.startsWith(words));
  }

  /** Takes the quiz that is open to its result; the first `wrong` questions get wrong answers. */
  async takeQuiz(hands: Hands, wrong = 0): Promise<Page> {
    const page = await hands.page();
    const begin = ['quizzes.start.begin', 'quizzes.start.again', 'quizzes.result.again']
      .map((key) => this.say(key))
      .find((name) => page.buttons.includes(name));
    if (!begin) throw new Error(`No quiz can be begun on “${page.heading}”. Buttons: ${page.buttons.join(', ')}`);
    await hands.press(begin);
    for (let number = 1; number <= this.key.count; number++) await this.key.answer(hands, number > wrong);
    return hands.press(this.say('quizzes.summary.hand-in'));
  }

  /** Opens the letter that came when they joined, and says that the address is theirs: one press. */
  async confirmAddress(hands: Hands, app: TestApp, email: string): Promise<Page> {
    const letter = (await lettersTo(app, email)).find(({ links }) => links[0]?.includes('/confirm-address/'));
    await hands.goTo(new URL(letter!.links[0]!).pathname);
    return hands.press(this.say('account.confirm.button'));
  }

  /** Confirms the name; returns the number on the certificate. */
  async takeCertificate(hands: Hands): Promise<{ page: Page; code: string }> {
    await hands.follow(this.say('home.learning.get-certificate'));
    const page = await hands.press(this.say('certificates.name.action'));
    return { page, code: codeOn(page) };
  }

  /** A stranger types the number. */
  async verify(stranger: Hands, code: string): Promise<Page> {
    await stranger.goTo(`/?language=${this.language}`);
    await stranger.follow(this.say('web.verify'));
    return stranger.press(this.say('certificates.verify.check'), { [this.say('certificates.verify.code')]: code });
  }
}

export function codeOn(page: Page): string {
  const code = [...all(page.root, 'code')]
    .map((one) => tidied(one.children.map((child) => (typeof child === 'string' ? child : '')).join('') || page.text))
    .join(' ');
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2,}/.exec(`${code} ${page.text}`)![0];
}
