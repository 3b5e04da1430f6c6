import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { sameWritten, type Written } from '../questions/written';
import { type BankAct, BankQuestionVersion } from './bank-question-version.entity';
import { BankQuestion } from './bank-question.entity';
import { type BankFilter, BankQueries } from './bank.queries';
import { confirmed } from './bound';
import { tooMuch } from './limits';
import { columnsOf, laidOver, tidied, writtenOf } from './rows';

/** Whose bank, a chapter's or with null the one that all share, and who does something in it. */
export interface BankAuthor {
  chapterId: string | null;
  personId: string;
}

/** What became of questions that were taken in; `ids` in their order. */
export interface Taken {
  added: number;
  changed: number;
  same: number;
  ids: string[];
}

/** Texts of a translation that are stale and still hold. */
export interface Held {
  language: Language;
  keys: readonly string[];
}

export interface BankPage {
  questions: BankQuestion[];
  total: number;
  /** counted from 1 */
  page: number;
  pages: number;
}

export const PAGE_SIZE = 20;

/** The questions that are kept in banks. A question of another bank is not there. */
@Injectable()
export class BankQuestions {
  constructor(
    private readonly database: Database,
    private readonly queries: BankQueries,
  ) {}

  /**
   * Takes questions in. One that a file gives the same `externalId` as one that is there changes that one, and keeps what the file does
   * not say; without an id it is added. Refuses what is too much.
   */
  async take(write: Writer, author: BankAuthor, writtens: readonly Written[], now: Date, act: BankAct = 'taken'): Promise<Taken> {
    const known = await this.byExternalIds(author.chapterId, writtens);
    const taken: Taken = { added: 0, changed: 0, same: 0, ids: [] };
    const added: BankQuestion[] = [];
    for (const written of writtens.map(tidied)) {
      const there = written.externalId === null ? undefined : known.get(written.externalId);
      const twice = there && added.find(({ id }) => id === there.id);
      if (twice) Object.assign(twice, columnsOf(written, twice.structure.key, null)); // of two in one file the last one counts
      const id = there?.id ?? this.add(added, known, created(author, written, now));
      if (there && !twice) taken[await this.merge(write, author, there, written, now, act)]++;
      taken.ids.push(id);
    }
    taken.added = added.length;
    if (added.length) {
      await write.insert(BankQuestion, added);
      await write.insert(
        BankQuestionVersion,
        added.map((question) => versionOf(question, 1, act, author.personId, now)),
      );
    }
    return taken;
  }

  async byId(chapterId: string | null, id: string): Promise<BankQuestion> {
    const question = await this.database.read(BankQuestion).findOneBy({ id, chapterId: chapterId ?? IsNull() });
    if (!question) throw new NotFound();
    return question;
  }

  /** Those of the ids that this bank has, in the order asked for. */
  async byIds(chapterId: string | null, ids: readonly string[]): Promise<BankQuestion[]> {
    if (!ids.length) return [];
    const found = await this.database.read(BankQuestion).findBy({ id: In([...ids]), chapterId: chapterId ?? IsNull() });
    const all = new Map(found.map((question) => [question.id, question]));
    return ids.flatMap((id) => all.get(id) ?? []);
  }

  /** One page of those that the filter finds, the last changed first. */
  async list(chapterId: string | null, filter: BankFilter = {}, page = 1, size = PAGE_SIZE): Promise<BankPage> {
    const { ids, total } = await this.queries.ids(chapterId, filter, size, (page - 1) * size);
    return { questions: await this.byIds(chapterId, ids), total, page, pages: Math.max(1, Math.ceil(total / size)) };
  }

  /** Changes a question as somebody saw it; a `Conflict` when it has changed since. Refuses what is too much. Returns the new version's number. */
  async change(
    write: Writer,
    { chapterId, personId }: BankAuthor,
    at: { id: string; version: number },
    written: Written,
    now: Date,
    act: BankAct = 'changed',
    held: Held | null = null,
  ): Promise<number> {
    const before = await this.byId(chapterId, at.id);
    if (before.version !== at.version) throw new Conflict('BankQuestion', at.id);
    refuseTooMuch(written);
    const columns = columnsOf(written, before.structure.key, before);
    const bound = held ? confirmed(columns.bound, columns, held.language, held.keys) : columns.bound;
    const set = { ...columns, bound, updatedBy: personId, updatedAt: now };
    await write.changeAt(BankQuestion, at, set);
    const number = at.version + 1;
    await write.insert(BankQuestionVersion, versionOf({ ...before, ...set }, number, act, personId, now));
    return number;
  }

  /** Puts a question away, or brings it back; a `Conflict` when it has changed since. */
  async archive(
    write: Writer,
    { chapterId, personId }: BankAuthor,
    at: { id: string; version: number },
    away: boolean,
    now: Date,
  ): Promise<void> {
    const before = await this.byId(chapterId, at.id);
    if (before.version !== at.version) throw new Conflict('BankQuestion', at.id);
    if (Boolean(before.archivedAt) === away) return;
    await write.changeAt(BankQuestion, at, { archivedAt: away ? now : null, updatedBy: personId, updatedAt: now });
    await write.insert(BankQuestionVersion, versionOf(before, at.version + 1, away ? 'archived' : 'returned', personId, now));
  }

  private add(added: BankQuestion[], known: Map<string, BankQuestion>, question: BankQuestion): string {
    added.push(question);
    if (question.externalId !== null) known.set(question.externalId, question);
    return question.id;
  }

  private async merge(write: Writer, author: BankAuthor, there: BankQuestion, written: Written, now: Date, act: BankAct) {
    const after = laidOver(writtenOf(there), written);
    if (sameWritten(writtenOf(there), after)) return 'same';
    await this.change(write, author, there, after, now, act);
    return 'changed';
  }

  private async byExternalIds(chapterId: string | null, writtens: readonly Written[]): Promise<Map<string, BankQuestion>> {
    const ids = [...new Set(writtens.flatMap(({ externalId }) => externalId?.trim() || []))];
    if (!ids.length) return new Map();
    const found = await this.database.read(BankQuestion).findBy({ externalId: In(ids), chapterId: chapterId ?? IsNull() });
    return new Map(found.map((question) => [question.externalId!, question]));
  }
}

function created({ chapterId, personId }: BankAuthor, written: Written, now: Date): BankQuestion {
  refuseTooMuch(written);
  const id = newId();
  const by = { createdBy: personId, updatedBy: personId, createdAt: now, updatedAt: now };
  return { id, chapterId, ...columnsOf(written, id.slice(24), null), ...by, archivedAt: null, version: 1 };
}

function versionOf(question: BankQuestion, number: number, act: BankAct, personId: string, now: Date): BankQuestionVersion {
  return { id: newId(), questionId: question.id, number, act, written: writtenOf(question), bound: question.bound, personId, at: now };
}

function refuseTooMuch(written: Written): void {
  const found = tooMuch(written);
  if (found) throw new Refusal(found.key, found.details);
}
