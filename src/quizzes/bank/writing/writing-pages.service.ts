import { Injectable } from '@nestjs/common';
import type { Language } from '../../../kernel/language';
import { comparable } from '../../../kernel/text';
import { originalTexts, titleOf, type Written } from '../../questions/written';
import { alikeTo } from '../alike';
import type { Bank } from '../bank.guard';
import { BankQueries } from '../bank.queries';
import { BankQuestions } from '../bank-questions.service';
import { addressOf } from '../place';

/** Another question that asks the same, or nearly. */
export interface AlikeQuestion {
  title: string;
  language: Language;
  address: string;
}

/** What the page on which a question is written shows beside the form. */
export interface Beside {
  alike: AlikeQuestion[];
  categories: string[];
}

const MOST_ALIKE = 3;

@Injectable()
export class WritingPages {
  constructor(
    private readonly questions: BankQuestions,
    private readonly queries: BankQueries,
  ) {}

  /** `id` of the question itself, which is not like itself. */
  async beside(bank: Bank, written: Written, id: string | null): Promise<Beside> {
    const chapterId = bank.chapter?.id ?? null;
    const stem = comparable(originalTexts(written)['stem'] ?? '');
    const [stems, facets] = await Promise.all([stem ? this.queries.stems(chapterId) : [], this.queries.facets(chapterId)]);
    const others = stems.filter((one) => one.id !== id);
    const found = alikeTo(stem, others).slice(0, MOST_ALIKE);
    const questions = await this.questions.byIds(
      chapterId,
      found.map((one) => one.id),
    );
    return {
      alike: questions.map((one) => ({ title: titleOf(one), language: one.language, address: `${addressOf(bank)}/${one.id}` })),
      categories: [...facets.categories.keys()].sort(),
    };
  }
}
