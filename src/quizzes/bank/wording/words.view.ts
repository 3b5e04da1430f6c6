import { newId } from '../../../kernel/identifier';
import { directionOf, type Language, LANGUAGE_NAMES, LANGUAGES } from '../../../kernel/language';
import type { FormError } from '../../../web/forms/form.pipe';
import { titleOf } from '../../questions/written';
import type { Bank } from '../bank.guard';
import type { BankQuestion } from '../bank-question.entity';
import { coverageOf } from '../bound';
import { addressOf, placeOf } from '../place';
import { previewOf } from '../preview.view';
import { wordRows } from './wording';

/** views/quizzes/bank-words.hbs: a question in another language, each text beside its original. `typed`: what stands in the fields instead. */
export function bankWordsPage(
  bank: Bank,
  question: BankQuestion,
  language: Language,
  typed: ReadonlyMap<string, string> | null = null,
  errors: FormError[] = [],
) {
  const address = `${addressOf(bank)}/${question.id}`;
  return {
    ...placeOf(bank),
    formId: newId(),
    action: `${address}/words/${language}`,
    questionAddress: address,
    title: titleOf(question),
    version: String(question.version),
    original: { code: question.language, name: LANGUAGE_NAMES[question.language], direction: directionOf(question.language) },
    language: { code: language, name: LANGUAGE_NAMES[language], direction: directionOf(language) },
    languages: LANGUAGES.filter((code) => code !== question.language).map((code) => ({
      code,
      name: LANGUAGE_NAMES[code],
      direction: directionOf(code),
      address: `${address}/words/${code}`,
      current: code === language,
    })),
    ...coverageOf(question, language),
    rows: wordRows(question, language).map((row, index) => ({
      ...row,
      index,
      text: typed?.get(row.key) ?? row.text,
      long: row.original.length > 60 || row.original.includes('\n'),
    })),
    preview: { ...previewOf(question, language, null), tryable: false },
    errors: errors.length ? errors : null,
  };
}
