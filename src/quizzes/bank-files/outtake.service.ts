import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Bank } from '../bank/bank.guard';
import type { BankQuestion } from '../bank/bank-question.entity';
import { BankQuestions } from '../bank/bank-questions.service';
import { addressOf } from '../bank/place';
import { bankFilter, type Choice, MOST_EXPORTED, queryOf } from './choice';

/** Questions on their way out of a bank. The audit of the chapter knows of each file. */
@Injectable()
export class Outtake {
  constructor(
    private readonly bank: BankQuestions,
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
  ) {}

  /** The questions that were chosen, or all that the search finds; the oldest first, so that a file changes where a question does. */
  async chosen({ chapter }: Bank, choice: Choice): Promise<BankQuestion[]> {
    const chapterId = chapter?.id ?? null;
    const found = choice.ids.length
      ? await this.bank.byIds(chapterId, choice.ids)
      : (await this.bank.list(chapterId, bankFilter(choice), 1, MOST_EXPORTED)).questions;
    return found.sort((a, b) => a.category.localeCompare(b.category, 'en') || (a.id < b.id ? -1 : 1));
  }

  /** Notes that somebody takes questions out; returns the address at which the file then is. */
  note(bank: Bank, choice: Choice, by: { viewerId: string; formId: string }, now: Date): Promise<string> {
    return this.outcomes.run(by.viewerId, by.formId, async (write) => {
      const { chapter } = bank;
      if (chapter) await this.audit.note(write, { chapterId: chapter.id, act: 'questions-exported', actorId: by.viewerId }, now);
      return `${fileAddress(bank)}${queryOf(choice, { export: by.formId })}`;
    });
  }

  /** Whether the audit knows of this file for this person. */
  noted(bank: Bank, viewerId: string, formId: unknown): Promise<boolean> {
    return this.outcomes.led(viewerId, formId, `${fileAddress(bank)}?`);
  }
}

const fileAddress = (bank: Bank): string => `${addressOf(bank)}/export/file`;
