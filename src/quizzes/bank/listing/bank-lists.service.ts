import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../../../kernel/not-found';
import { alikePairs, type Pair } from '../alike';
import type { Bank } from '../bank.guard';
import { BankQueries } from '../bank.queries';
import { BankQuestions } from '../bank-questions.service';
import type { BankQuestion } from '../bank-question.entity';
import { QuestionUses } from '../question-uses.service';
import { filterOf, type Search } from '../search';

const MOST_PAIRS = 50;

/** Lists of a bank, gathered. */
@Injectable()
export class BankLists {
  constructor(
    private readonly questions: BankQuestions,
    private readonly queries: BankQueries,
    private readonly uses: QuestionUses,
  ) {}

  async of({ chapter }: Bank, search: Search) {
    const chapterId = chapter?.id ?? null;
    const [found, facets] = await Promise.all([
      this.questions.list(chapterId, filterOf(search), search.page),
      this.queries.facets(chapterId),
    ]);
    if (search.page > found.pages) throw new NotFound();
    const ids = found.questions.map(({ id }) => id);
    const uses = chapter && ids.length ? await this.uses.of(chapter.id, ids) : new Map<string, never>();
    return { search, found, facets, uses };
  }

  /** The likest pairs, and their questions. */
  async alike({ chapter }: Bank): Promise<{ pairs: Pair[]; questions: BankQuestion[] }> {
    const chapterId = chapter?.id ?? null;
    const search = alikePairs(await this.queries.stems(chapterId), MOST_PAIRS);
    let step = search.next();
    for (; !step.done; step = search.next()) await breath();
    const pairs = step.value;
    const ids = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
    return { pairs, questions: await this.questions.byIds(chapterId, ids) };
  }
}
