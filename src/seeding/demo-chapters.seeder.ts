import { Injectable } from '@nestjs/common';
import { Chapters } from '../chapters/chapters.service';
import { Cohorts } from '../cohorts/cohorts.service';
import { stateOf } from '../cohorts/states/state';
import type { QuestionStructure } from '../content/question-structures';
import type { Writer } from '../database/writer';
import { isLanguage } from '../kernel/language';
import { BankQuestions } from '../quizzes/bank/bank-questions.service';
import { Papers } from '../quizzes/papers/papers.service';
import { SetQuizzes } from '../quizzes/papers/set-quizzes.service';
import type { Written } from '../quizzes/questions/written';
import type { DemoQuestion, DemoWorld } from './demo-world';
import { daysAgo } from './demo-trainees.seeder';

/** The demo's chapters, with who helps to run them and the questions in their banks. */
@Injectable()
export class DemoChapters {
  constructor(
    private readonly chapters: Chapters,
    private readonly questions: BankQuestions,
    private readonly papers: Papers,
    private readonly sets: SetQuizzes,
    private readonly cohorts: Cohorts,
  ) {}

  /** Returns the chapter's id. */
  async open(write: Writer, chapter: DemoWorld['chapters'][number], people: Map<string, string>, now: Date): Promise<string> {
    const id = await this.chapters.create(write, chapter, now);
    for (const email of chapter.leads) await this.chapters.appoint(write, id, people.get(email)!, 'lead', now);
    for (const email of chapter.trainers) await this.chapters.appoint(write, id, people.get(email)!, 'trainer', now);
    const author = { chapterId: id, personId: people.get(chapter.trainers[0] ?? chapter.leads[0]!)! };
    const written = (chapter.questions ?? []).map(writtenFrom);
    if (written.length) await this.questions.take(write, author, written, daysAgo(now, 9), 'written');
    return id;
  }

  /** A chapter with a bank has a practice quiz from it and one for longer texts, which those who learn there now can take. */
  async setQuizzes(write: Writer, chapterId: string, trainer: string, now: Date): Promise<void> {
    const { questions } = await this.questions.list(chapterId, {}, 1, MOST_ASKED);
    const [texts, asked] = [true, false].map((text) => questions.filter(({ structure }) => (structure.type === 'essay') === text));
    await this.setQuiz(write, chapterId, trainer, { ...PRACTICE, asked: asked! }, now);
    await this.setQuiz(write, chapterId, trainer, { ...TEXT, asked: texts! }, now);
  }

  private async setQuiz(write: Writer, chapterId: string, trainer: string, quiz: ToSet, now: Date): Promise<void> {
    const asked = quiz.asked.map(({ id }) => id).sort();
    if (asked.length === 0) return;
    const chapter = (await this.chapters.byId(chapterId))!;
    const made = daysAgo(now, 2);
    const words = () => quiz.words;
    const slug = await this.papers.create(write, chapter, { preset: quiz.preset, questions: asked, words }, made);
    await this.papers.publish(write, chapter, { id: (await this.papers.bySlug(chapterId, slug))!.id, version: 1 }, trainer, made);
    const published = (await this.papers.bySlug(chapterId, slug))!;
    const running = (await this.cohorts.ofChapter(chapterId)).filter((cohort) => stateOf(cohort, now) === 'running');
    for (const { id } of running) await this.sets.set(write, published, id, { opensOn: null, closesOn: null }, trainer, made);
  }
}

const MOST_ASKED = 50;

interface ToSet {
  preset: 'practice' | 'final';
  words: { title: string; summary: string };
  asked: readonly { id: string }[];
}

const PRACTICE = {
  preset: 'practice' as const,
  words: { title: 'Names, numbers and consensus', summary: 'Try out what you know, as often as you like.' },
};
const TEXT = {
  preset: 'final' as const,
  words: { title: 'A text for your neighbour', summary: 'One question in your own words. Your team reads what you write.' },
};

function writtenFrom({ key, name, tags, category, ...words }: DemoQuestion): Written {
  const texts = Object.fromEntries(Object.entries(words).filter(([language]) => isLanguage(language)));
  const structure = { key: 'new', points: 1, read: null, ...key } as QuestionStructure;
  const [language] = Object.keys(texts).filter(isLanguage);
  return { structure, language: language!, texts, name, externalId: null, tags, category };
}
