import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { comparable } from '../../kernel/text';
import { type BankAuthor, BankQuestions } from './bank-questions.service';
import type { BankQuestion } from './bank-question.entity';
import { writtenOf } from './rows';

/** What is done to all questions that were picked. */
export type Bulk =
  | { do: 'add-tag'; tag: string }
  | { do: 'remove-tag'; tag: string }
  | { do: 'move'; category: string }
  | { do: 'archive' }
  | { do: 'bring-back' };

interface Seen {
  id: string;
  version: number;
}

/** Several questions of a bank changed at once, or copied into another. */
@Injectable()
export class BankChanges {
  constructor(private readonly questions: BankQuestions) {}

  /** All or none: a `Conflict` when one of them has changed since it was seen. */
  async all(write: Writer, author: BankAuthor, seen: readonly Seen[], bulk: Bulk, now: Date): Promise<void> {
    for (const at of seen) {
      if (bulk.do === 'archive' || bulk.do === 'bring-back') {
        await this.questions.archive(write, author, at, bulk.do === 'archive', now);
        continue;
      }
      const before = await this.questions.byId(author.chapterId, at.id);
      const after = { ...writtenOf(before), ...sorted(before, bulk) };
      await this.questions.change(write, author, at, after, now, 'sorted');
    }
  }

  /** A question of the shared bank becomes one of a chapter's own, under a new key. Returns its id. */
  async copy(write: Writer, author: BankAuthor, id: string, now: Date): Promise<string> {
    const shared = await this.questions.byId(null, id);
    const { ids } = await this.questions.take(write, author, [{ ...writtenOf(shared), externalId: null }], now, 'copied');
    return ids[0]!;
  }
}

function sorted({ tags }: BankQuestion, bulk: Extract<Bulk, { do: 'add-tag' | 'remove-tag' | 'move' }>) {
  if (bulk.do === 'move') return { category: bulk.category };
  const others = tags.filter((tag) => comparable(tag) !== comparable(bulk.tag));
  return { tags: bulk.do === 'remove-tag' ? others : tags.length > others.length ? tags : [...tags, bulk.tag] };
}
