import type { Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { Given } from '../given';
import { type Question, textKey } from '../question';
import type { Answer } from './answer.entity';
import type { AnswerForm } from './attempt.form';
import { fieldsOf } from './fields';

/** views/quizzes/stale.hbs: this answer was saved elsewhere in the meantime; both stand side by side, and one press keeps either. */
export function stalePage(given: {
  question: Question;
  words: Words;
  number: string;
  attemptId: string;
  newer: Answer;
  mine: Given;
  form: AnswerForm;
}) {
  const { question, words, number, attemptId, newer, mine, form } = given;
  const stem = words.text(textKey(question, 'stem'));
  const address = `/attempts/${attemptId}/questions/${number}`;
  return {
    formId: newId(),
    action: address,
    stem: { text: stem.text, language: stem.language, direction: directionOf(stem.language) },
    savedAt: newer.savedAt,
    sequence: newer.sequence,
    theirs: inWords(question, newer.given, words),
    mine: inWords(question, mine, words),
    fields: Object.entries(fieldsOf(form)).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => ({ name: name.replace(/^answer-/, 'part.'), value: one })),
    ),
  };
}

/** An answer as a reader would say it, one line for each of its parts. */
export function inWords(question: Question, given: Given, words: Words): string[] {
  const option = (key: string) => words.text(textKey(question, `options.${key}.text`)).text;
  switch (given.type) {
    case 'single':
      return given.option ? [option(given.option)] : [];
    case 'multiple':
      return given.options.map(option);
    case 'ordering':
      return given.order.map(option);
    case 'matching':
      return Object.entries(given.matches).map(
        ([item, key]) => `${words.text(textKey(question, `items.${item}.text`)).text} – ${option(key)}`,
      );
    case 'number':
      return given.typed ? [given.typed] : [];
    case 'gap-text':
      return Object.entries(given.gaps).map(([gap, filled]) =>
        words.has(textKey(question, `gaps.${gap}.options.${filled}.text`))
          ? words.text(textKey(question, `gaps.${gap}.options.${filled}.text`)).text
          : filled,
      );
  }
}
