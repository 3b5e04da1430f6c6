import { Injectable } from '@nestjs/common';
import { Conflict } from '../../../database/conflict';
import { Database } from '../../../database/database.service';
import type { Writer } from '../../../database/writer';
import { NotFound } from '../../../kernel/not-found';
import { People } from '../../../people/people.service';
import type { Written } from '../../questions/written';
import { type BankAuthor, BankQuestions } from '../bank-questions.service';
import { type BankAct, BankQuestionVersion } from '../bank-question-version.entity';

/** A version as it is read; without the name of somebody who has gone. */
export interface KeptVersion {
  number: number;
  act: BankAct;
  at: Date;
  name: string | null;
  written: Written;
}

const MOST_VERSIONS = 50;

/** The versions of bank questions. */
@Injectable()
export class BankHistories {
  constructor(
    private readonly database: Database,
    private readonly questions: BankQuestions,
    private readonly people: People,
  ) {}

  /** The newest first. */
  async of(questionId: string): Promise<KeptVersion[]> {
    const versions = await this.database
      .read(BankQuestionVersion)
      .find({ where: { questionId }, order: { number: 'DESC' }, take: MOST_VERSIONS });
    const ids = [...new Set(versions.flatMap(({ personId }) => personId ?? []))];
    const names = new Map(await Promise.all(ids.map(async (id) => [id, (await this.people.byId(id))?.name ?? null] as const)));
    return versions.map(({ number, act, at, personId, written }) => ({
      number,
      act,
      at,
      written,
      name: (personId && names.get(personId)) || null,
    }));
  }

  /** What a question said in an older version it says again, as its newest one; a `Conflict` when it has changed since. */
  async restore(write: Writer, author: BankAuthor, at: { id: string; version: number }, number: number, now: Date): Promise<void> {
    const question = await this.questions.byId(author.chapterId, at.id);
    if (question.version !== at.version) throw new Conflict('BankQuestion', at.id);
    const older = await this.database.read(BankQuestionVersion).findOneBy({ questionId: question.id, number });
    if (!older) throw new NotFound();
    await this.questions.change(write, author, at, older.written, now, 'restored');
  }
}
