import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../chapters/audit/audit.service';
import type { Chapter } from '../../chapters/chapter.entity';
import { languagesOf } from '../../chapters/chapter-languages';
import { Content } from '../../content/content.service';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import type { BankQuestion } from '../bank/bank-question.entity';
import { assembled, type Assembled } from './assembly';
import { ChapterQuiz } from './chapter-quiz.entity';
import { type Finding, findings, publishable } from './findings';
import { added, MOST_QUESTIONS, type PaperTexts, type PresetName, presetSettings, USUAL_PASS_MARK } from './paper';
import { PaperQuestions } from './paper-questions.service';

/** A paper with everything that publishing it would make, and what stands against that. */
export interface OpenPaper {
  quiz: ChapterQuiz;
  bank: BankQuestion[];
  made: Assembled;
  found: Finding[];
  /** There is something that the published version does not have. */
  changed: boolean;
}

/** What a new paper begins with. */
export interface NewPaper {
  preset: PresetName;
  /** Ids of questions of the bank. */
  questions: readonly string[];
  /** Its first words in the language it then has. */
  words: (language: Language) => Record<string, string>;
}

/** The quizzes that chapters put together. */
@Injectable()
export class Papers {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly questions: PaperQuestions,
    private readonly audit: Audit,
  ) {}

  /** The newest first; what was put away last. */
  async of(chapterId: string): Promise<ChapterQuiz[]> {
    const all = await this.database.read(ChapterQuiz).find({ where: { chapterId }, order: { createdAt: 'DESC', id: 'DESC' } });
    return [...all.filter(({ archivedAt }) => !archivedAt), ...all.filter(({ archivedAt }) => archivedAt)];
  }

  bySlug(chapterId: string, slug: string): Promise<ChapterQuiz | null> {
    return this.database.read(ChapterQuiz).findOneBy({ chapterId, slug });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, ChapterQuiz>> {
    const rows = ids.length ? await this.database.read(ChapterQuiz).findBy({ id: In([...ids]) }) : [];
    return new Map(rows.map((row) => [row.id, row]));
  }

  async open(chapter: Chapter, quiz: ChapterQuiz): Promise<OpenPaper> {
    const bank = await this.questions.of(chapter.id, quiz);
    const made = assembled(quiz, bank);
    return { quiz, bank, made, found: findings(quiz, made, languagesOf(chapter)), changed: isChanged(quiz, bank) };
  }

  /** Which of several have changed since they were published; those that never were are not among them. */
  async changed(chapterId: string, quizzes: readonly ChapterQuiz[]): Promise<Set<string>> {
    const known = quizzes.filter(({ publishedAt }) => publishedAt);
    const asked = known.map(async (quiz) => [quiz, isChanged(quiz, await this.questions.of(chapterId, quiz))] as const);
    return new Set((await Promise.all(asked)).filter(([, changed]) => changed).map(([{ id }]) => id));
  }

  /** A new paper; returns its slug. Its language is the one in which most of its questions were written. */
  async create(write: Writer, chapter: Chapter, { preset, questions, words }: NewPaper, now: Date): Promise<string> {
    const chosen = await this.questions.byIds(chapter.id, questions);
    if (chosen.length < new Set(questions).size) throw new Refusal('papers.refusal.questions-gone');
    const id = newId();
    const slug = `c-${id.slice(24)}`;
    const language = commonest(chosen) ?? chapter.language;
    await write.insert(ChapterQuiz, {
      id,
      chapterId: chapter.id,
      slug,
      language,
      texts: { [language]: words(language) } as PaperTexts,
      settings: presetSettings(preset),
      passMark: USUAL_PASS_MARK,
      minutes: null,
      items: added([], chosen),
      draws: [],
      publishedVersionId: null,
      publishedEdition: null,
      publishedAt: null,
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
    });
    return slug;
  }

  /** Changes it as somebody saw it; a `Conflict` when it has changed since. */
  async change(write: Writer, at: { id: string; version: number }, set: Partial<ChapterQuiz>, now: Date): Promise<void> {
    if (set.items && set.items.length > MOST_QUESTIONS) throw new Refusal('papers.refusal.too-many', { max: MOST_QUESTIONS });
    await write.changeAt(ChapterQuiz, at, { ...set, updatedAt: now });
  }

  /** Adds questions of the bank at the end, in the order in which they were written. */
  async add(write: Writer, quiz: ChapterQuiz, version: number, ids: readonly string[], now: Date): Promise<void> {
    const chosen = await this.questions.byIds(quiz.chapterId, ids);
    if (chosen.length < new Set(ids).size) throw new Refusal('papers.refusal.questions-gone');
    await this.change(
      write,
      { id: quiz.id, version },
      {
        items: added(
          quiz.items,
          chosen.sort((a, b) => (a.id < b.id ? -1 : 1)),
        ),
      },
      now,
    );
  }

  /** Puts it away or takes it out again, which is no change to publish. */
  async putAway(write: Writer, { id, publishedEdition, version }: ChapterQuiz, seen: number, archivedAt: Date | null): Promise<void> {
    const edition = publishedEdition === version ? version + 1 : publishedEdition;
    await write.changeAt(ChapterQuiz, { id, version: seen }, { archivedAt, publishedEdition: edition });
  }

  /** Publishes it as it is now with all its words. Refuses while something stands against it; cohorts keep the version that was set for them. */
  async publish(write: Writer, chapter: Chapter, at: { id: string; version: number }, by: string, now: Date): Promise<void> {
    await write.lock(ChapterQuiz, at.id);
    const quiz = await this.database.read(ChapterQuiz).findOneByOrFail({ id: at.id });
    if (quiz.version !== at.version) throw new Conflict('ChapterQuiz', at.id);
    const { made, found } = await this.open(chapter, quiz);
    if (!publishable(found)) throw new Refusal('papers.refusal.not-publishable');
    const versionId = await this.content.publish(write, made.document, now);
    for (const [language, texts] of Object.entries(made.translations))
      await this.content.translate(write, made.document, language as Language, texts, now);
    const set = { publishedVersionId: versionId, publishedEdition: at.version + 1, publishedAt: now };
    await write.changeAt(ChapterQuiz, at, set);
    await this.audit.note(write, { chapterId: chapter.id, act: 'quiz-published', actorId: by, objectId: at.id }, now);
  }
}

function isChanged({ version, publishedEdition, publishedAt }: ChapterQuiz, bank: readonly BankQuestion[]): boolean {
  return publishedAt !== null && (version !== publishedEdition || bank.some(({ updatedAt }) => updatedAt > publishedAt));
}

function commonest(questions: readonly BankQuestion[]): Language | null {
  const counts = new Map<Language, number>();
  for (const { language } of questions) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
