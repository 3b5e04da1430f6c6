import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Like } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { BankQuestion } from '../bank/bank-question.entity';
import { BankQuestions } from '../bank/bank-questions.service';
import { writtenOf } from '../bank/rows';
import { type KeyChange, KeyChanges } from '../corrections/key-changes.service';
import { ChapterQuiz } from './chapter-quiz.entity';

/** When a key is corrected in a chapter's quiz, the question in the chapter's bank that it was made from follows, so that the next edition is right. */
@Injectable()
export class KeyFollowers implements OnModuleInit {
  constructor(
    private readonly changes: KeyChanges,
    private readonly database: Database,
    private readonly bank: BankQuestions,
  ) {}

  onModuleInit(): void {
    this.changes.add((write, change, now) => this.follow(write, change, now));
  }

  private async follow(write: Writer, { slug, structure, texts, byId }: KeyChange, now: Date): Promise<void> {
    const quiz = await this.database.read(ChapterQuiz).findOneBy({ slug });
    if (!quiz) return; // one of the library, which is corrected in its files
    const { chapterId } = quiz;
    // The key of a question is the end of its id; in the bank that all share a chapter corrects nothing.
    const there = await this.database.read(BankQuestion).findOneBy({ chapterId, id: Like(`%-${structure.key}`) });
    if (!there || there.type !== structure.type) return;
    const { points, read, tags } = there.structure;
    const own = { ...there.texts[there.language], ...texts };
    const written = {
      ...writtenOf(there),
      structure: { ...structure, points, read, ...(tags && { tags }) },
      texts: { ...there.texts, [there.language]: own },
    };
    await this.bank.change(write, { chapterId, personId: byId }, there, written, now);
  }
}
