import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { Bank } from '../bank/bank.guard';
import type { BankFacets } from '../bank/bank.queries';
import type { BankQuestion } from '../bank/bank-question.entity';
import { addressOf, placeOf } from '../bank/place';
import { titleOf } from '../questions/written';
import { type Choice, EXPORT_FORMATS, MOST_CHOSEN } from './choice';
import { fileOf, summedUp } from './files';

/** views/quizzes/export.hbs: which questions, in which format, and what that cannot carry. */
export function exportPage(bank: Bank, choice: Choice, questions: BankQuestion[], facets: BankFacets) {
  const { search, format, ids } = choice;
  const address = `${addressOf(bank)}/export`;
  const option = (value: string, count: number, selected: boolean) => ({ value, count, selected });
  return {
    ...placeOf(bank),
    formId: newId(),
    address,
    action: `${addressOf(bank)}/exports`,
    format,
    formats: EXPORT_FORMATS.map((value) => ({ value, chosen: value === format })),
    search: { text: search.text, tag: search.tag, type: search.type ?? '', category: search.category },
    tags: [...facets.tags].sort(byName).map(([name, count]) => option(name, count, name === search.tag)),
    categories: [...facets.categories].sort(byName).map(([name, count]) => option(name, count, name === search.category)),
    types: [...facets.types].map(([name, count]) => option(name, count, name === search.type)),
    total: questions.length,
    losses: summedUp(fileOf(format, questions).losses),
    questions: questions.slice(0, MOST_CHOSEN).map((question) => ({
      id: question.id,
      title: titleOf(question),
      language: question.language,
      direction: directionOf(question.language),
      chosen: ids.includes(question.id),
    })),
  };
}

const byName = ([a]: [string, number], [b]: [string, number]): number => a.localeCompare(b);
