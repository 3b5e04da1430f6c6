import type { Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { Given } from '../questions/given';
import { inWords, type SayTruth } from '../questions/in-words';
import { type Question, textKey } from '../questions/question';
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
  say: SayTruth;
}) {
  const { question, words, number, attemptId, newer, mine, form, say } = given;
  const stem = words.text(textKey(question, 'stem'));
  const address = `/attempts/${attemptId}/questions/${number}`;
  return {
    formId: newId(),
    action: address,
    stem: { text: stem.text, language: stem.language, direction: directionOf(stem.language) },
    savedAt: newer.savedAt,
    sequence: newer.sequence,
    theirs: inWords(question, newer.given, words, say),
    mine: inWords(question, mine, words, say),
    fields: Object.entries(fieldsOf(form)).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => ({ name: name.replace(/^answer-/, 'part.'), value: one })),
    ),
  };
}
