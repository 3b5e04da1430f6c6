import { Injectable } from '@nestjs/common';
import { Chapters } from '../chapters/chapters.service';
import type { QuestionStructure } from '../content/question-structures';
import type { Writer } from '../database/writer';
import { isLanguage } from '../kernel/language';
import { BankQuestions } from '../quizzes/bank/bank-questions.service';
import type { Written } from '../quizzes/written';
import type { DemoQuestion, DemoWorld } from './demo-world';
import { daysAgo } from './demo-trainees.seeder';

/** The demo's chapters, with who helps to run them and the questions in their banks. */
@Injectable()
export class DemoChapters {
  constructor(
    private readonly chapters: Chapters,
    private readonly questions: BankQuestions,
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
}

function writtenFrom({ key, name, tags, category, ...words }: DemoQuestion): Written {
  const texts = Object.fromEntries(Object.entries(words).filter(([language]) => isLanguage(language)));
  const structure = { key: 'new', points: 1, read: null, ...key } as QuestionStructure;
  const [language] = Object.keys(texts).filter(isLanguage);
  return { structure, language: language!, texts, name, externalId: null, tags, category };
}
