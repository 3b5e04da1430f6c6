import { newId } from '../../kernel/identifier';
import { directionOf, type Language } from '../../kernel/language';
import { formatList } from '../../languages/formats';
import { languageOptions } from '../../languages/choices';
import type { FormError } from '../../web/forms/form.pipe';
import type { Bank } from '../bank/bank.guard';
import type { BankQuestion } from '../bank/bank-question.entity';
import { addressOf, placeOf } from '../bank/place';
import type { Imported } from '../formats/imported';
import { severityOf } from '../formats/read-file';
import { titleOf } from '../questions/written';
import type { Looked, Verdict } from './intake.service';

/** No page lists more of either. */
const MOST_SHOWN = 100;

/** views/quizzes/import.hbs: questions are pasted, or a file is chosen. */
export function importPage(bank: Bank, language: Language, text = '', errors: FormError[] = []) {
  return {
    ...placeOf(bank),
    formId: newId(),
    action: `${addressOf(bank)}/import`,
    templateAddress: `${addressOf(bank)}/import/template.csv`,
    languages: languageOptions(language),
    text,
    errors: errors.length ? errors : null,
  };
}

/** views/quizzes/import-check.hbs: what was found, what is wrong with it, and what taking it in would do. */
export function importCheckPage(bank: Bank, looked: Looked, errors: FormError[] = []) {
  const { questions, problems, mendings, verdicts, faulty, text, name, language, format } = looked;
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const fixes = mendings.filter(Boolean).length;
  return {
    ...placeOf(bank),
    formId: newId(),
    action: `${addressOf(bank)}/import`,
    format,
    name,
    text,
    left: String(Math.max(0, faulty - problems.filter((problem) => severityOf(problem) === 'error').length)),
    language: { value: language, direction: directionOf(language) },
    languages: languageOptions(language),
    total: questions.length,
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    nameless: questions.filter(({ id }, at) => id === null && verdicts[at] === 'new').length,
    faulty,
    fixes,
    problems: problems.slice(0, MOST_SHOWN).map((problem, at) => ({
      line: problem.line,
      key: problem.key,
      details: problem.details,
      path: typeof problem.details['path'] === 'string' ? problem.details['path'] : '',
      bad: severityOf(problem) === 'error',
      fix: mendings[at] ? { number: at, from: mendings[at].from, to: mendings[at].to } : null,
    })),
    more: Math.max(0, problems.length - MOST_SHOWN),
    questions: questions.slice(0, MOST_SHOWN).map((question, at) => ({
      type: question.type,
      stem: question.stem || question.name,
      verdict: verdicts[at]!,
      id: question.id,
      parts: partsOf(question, language),
    })),
    moreQuestions: Math.max(0, questions.length - MOST_SHOWN),
    errors: errors.length ? errors : null,
  };
}

/** What belongs to a question, in short: what is right is marked. */
function partsOf(question: Imported, language: Language): { text: string; right: boolean; percent: number | null }[] {
  const part = (text: string, right: boolean, percent: number | null = null) => ({ text, right, percent });
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'short-text':
      return (question.type === 'short-text' ? question.answers : question.options).map(({ text, percent }) =>
        part(text, percent > 0, percent === 100 || percent === 0 ? null : Math.round(percent)),
      );
    case 'number':
      return question.answers.map(({ value, tolerance, percent }) =>
        part(tolerance ? `${value} ± ${tolerance}` : String(value), percent > 0, percent === 100 ? null : Math.round(percent)),
      );
    case 'matching':
      return [
        ...question.pairs.map(({ left, right }) => part(`${left} → ${right}`, true)),
        ...question.distractors.map((text) => part(text, false)),
      ];
    case 'ordering':
      return question.items.map((text, at) => part(`${at + 1}. ${text}`, true));
    case 'gap-text':
      return question.gaps.map((gap) => part(gap.typed ? formatList(gap.answers, language) : (gap.options[gap.right]?.text ?? ''), true));
    case 'essay':
      return question.rubric.map(({ text }) => part(text, true));
    case 'true-false':
    case 'description':
      return [];
  }
}

/** views/quizzes/import-taken.hbs: the questions that came in, and a quiz of them in one press. */
export function importTakenPage(bank: Bank, questions: BankQuestion[], counts: Record<Verdict, number>) {
  const address = addressOf(bank);
  return {
    ...placeOf(bank),
    formId: newId(),
    counts: { added: counts.new, changed: counts.changed, same: counts.same },
    quizAddress: bank.chapter && questions.length ? `/chapters/${bank.chapter.slug}/quizzes` : null,
    exportAddress: `${address}/export`,
    importAddress: `${address}/import`,
    questions: questions.map((question) => ({
      id: question.id,
      title: titleOf(question),
      type: question.type,
      language: question.language,
      direction: directionOf(question.language),
      address: `${address}/${question.id}`,
    })),
  };
}
