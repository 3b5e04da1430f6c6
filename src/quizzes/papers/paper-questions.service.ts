import { Injectable } from '@nestjs/common';
import type { BankQuestion } from '../bank/bank-question.entity';
import { type BankFilter, BankQueries } from '../bank/bank.queries';
import { BankQuestions } from '../bank/bank-questions.service';
import { MOST_IN_POOL, type Paper } from './paper';

/** How many questions have a tag. */
export interface TagCount {
  tag: string;
  count: number;
}

export interface Offered {
  questions: BankQuestion[];
  total: number;
}

const MOST_OFFERED = 60;

/** The questions that a chapter's quizzes can take: its own and those that all chapters share. */
@Injectable()
export class PaperQuestions {
  constructor(
    private readonly bank: BankQuestions,
    private readonly queries: BankQueries,
  ) {}

  /** All that a paper names, also what was put away since, and all from which it draws. */
  async of(chapterId: string, { items, draws }: Pick<Paper, 'items' | 'draws'>): Promise<BankQuestion[]> {
    const named = await this.byIds(chapterId, items.map(({ questionId }) => questionId)); // prettier-ignore
    const pools = await Promise.all(draws.map(({ tag }) => this.find(chapterId, { tags: [tag] }, MOST_IN_POOL + 1)));
    return [...new Map([...named, ...pools.flatMap(({ questions }) => questions)].map((one) => [one.id, one])).values()];
  }

  /** Those of the ids that the chapter may use, in the order asked for. */
  async byIds(chapterId: string, ids: readonly string[]): Promise<BankQuestion[]> {
    const found = [...(await this.bank.byIds(chapterId, ids)), ...(await this.bank.byIds(null, ids))];
    const all = new Map(found.map((question) => [question.id, question]));
    return [...new Set(ids)].flatMap((id) => all.get(id) ?? []);
  }

  /** The chapter's own first. */
  async find(chapterId: string, filter: BankFilter, most = MOST_OFFERED): Promise<Offered> {
    const [own, shared] = await Promise.all([this.bank.list(chapterId, filter, 1, most), this.bank.list(null, filter, 1, most)]);
    return { questions: [...own.questions, ...shared.questions].slice(0, most), total: own.total + shared.total };
  }

  /** By tag. */
  async tags(chapterId: string): Promise<TagCount[]> {
    const [own, shared] = await Promise.all([this.queries.facets(chapterId), this.queries.facets(null)]);
    const counts = new Map(own.tags);
    for (const [tag, count] of shared.tags) counts.set(tag, (counts.get(tag) ?? 0) + count);
    return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => (a.tag < b.tag ? -1 : 1));
  }
}
