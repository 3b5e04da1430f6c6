import { newId } from '../../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../../../kernel/language';
import type { FormError } from '../../../web/forms/form.pipe';
import { languagesOf, originalTexts, titleOf } from '../../questions/written';
import type { Bank } from '../bank.guard';
import type { BankFacets } from '../bank.queries';
import type { BankPage } from '../bank-questions.service';
import type { BankQuestion } from '../bank-question.entity';
import { addressOf, placeOf } from '../place';
import type { QuestionUse } from '../question-uses.service';
import { asQuery, isNarrow, type Search } from '../search';
import { TYPES } from '../writing/draft';

interface Listed {
  search: Search;
  found: BankPage;
  facets: BankFacets;
  uses: ReadonlyMap<string, QuestionUse[]>;
}

/** views/quizzes/bank-list.hbs: the questions of a bank, found by words, tags, types and categories, to be changed one by one or several at once. */
export function bankListPage(
  bank: Bank,
  { search, found, facets, uses }: Listed,
  picked: readonly string[] = [],
  errors: FormError[] = [],
) {
  const address = addressOf(bank);
  const tag = (name: string) => ({ value: name, count: facets.tags.get(name) ?? 0, selected: name === search.tag });
  const at = (page: number) => (page < 1 || page > found.pages ? null : `${address}${asQuery({ ...search, page })}`);
  return {
    ...placeOf(bank),
    formId: newId(),
    mayWrite: bank.mayWrite,
    newAddress: `${address}/new`,
    alikeAddress: `${address}/alike`,
    importAddress: `${address}/import`,
    exportAddress: `${address}/export${asQuery({ ...search, archived: false, page: 1 })}`,
    sharedAddress: bank.chapter ? '/questions' : null,
    bulkAddress: `${address}/changes`,
    total: facets.total,
    archived: facets.archived,
    search: { ...search, query: asQuery(search) },
    narrow: isNarrow(search),
    found: found.total,
    types: TYPES.filter((one) => facets.types.has(one)).map((value) => ({
      value,
      count: facets.types.get(value)!,
      selected: value === search.type,
    })),
    tags: [...facets.tags.keys()].sort().map(tag),
    categories: [...facets.categories.keys()]
      .sort()
      .map((value) => ({ value, count: facets.categories.get(value)!, selected: value === search.category })),
    questions: found.questions.map((question) => row(bank, question, uses.get(question.id) ?? [], picked)),
    archivedAddress: `${address}${search.archived ? '' : '?archived=yes'}`,
    pagination: found.pages > 1 ? { previous: at(found.page - 1), next: at(found.page + 1), number: found.page, count: found.pages } : null,
    errors: errors.length ? errors : null,
  };
}

function row(bank: Bank, question: BankQuestion, uses: QuestionUse[], picked: readonly string[]) {
  const { id, version, language, type, tags, category, updatedAt, structure } = question;
  const address = `${addressOf(bank)}/${id}`;
  const value = `${id}.${version}`;
  return {
    value,
    picked: picked.includes(value),
    address: bank.mayWrite ? address : `${address}/look`,
    title: originalTexts(question)['stem'] ?? titleOf(question),
    name: question.name,
    language,
    direction: directionOf(language),
    type,
    points: structure.points,
    tags,
    category,
    languages: languagesOf(question).map((code) => ({ code, name: LANGUAGE_NAMES[code] })),
    updatedAt,
    uses,
  };
}
