import type { Shown, Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import { type Arrangement, arranged } from '../arrangement';
import { asked, type Asked, type Choice } from '../asked';
import { type Fields, type Given, isEmpty } from '../given';
import type { Question, Quiz } from '../question';
import { secondsLeft } from '../timing';
import type { Answer } from './answer.entity';
import type { Attempt } from './attempt.entity';
import { codeOf } from './codes';

interface AskedHere {
  quiz: Quiz;
  question: Question;
  words: Words;
  answers: Answer[];
  /** The saved answer to this question. */
  answer: Answer | null;
  given: Given;
  now: Date;
  /** A post that could not be taken: what to correct, and what was in its fields, with the keys of options. */
  wrong: { errors: FormError[]; typed: Fields } | null;
}

/** views/quizzes/question.hbs: one question, with the answer given so far and nothing of the key. */
export function questionPage(attempt: Attempt, here: AskedHere) {
  const { quiz, question, words, answers, answer, now, wrong } = here;
  const arrangement = arranged(question, attempt.id);
  const shown = asked(question, words, arrangement);
  const number = quiz.questions.indexOf(question) + 1;
  const answered = new Set(answers.filter(({ given }) => !isEmpty(given)).map((one) => one.question));
  return {
    formId: newId(),
    errors: wrong?.errors.map((error) => ({ ...error, field: 'answer' })) ?? null,
    action: `/attempts/${attempt.id}/questions/${number}`,
    summaryAddress: `/attempts/${attempt.id}`,
    quizTitle: spoken(words.text('title')),
    type: question.type,
    points: question.points,
    picks: shown.picks,
    stem: spoken(shown.stem),
    original: shown.stem.language === words.language ? null : LANGUAGE_NAMES[shown.stem.language],
    number,
    count: quiz.questions.length,
    previous: number > 1 ? number - 1 : null,
    last: number === quiz.questions.length,
    sequence: answer?.sequence ?? 0,
    savedAt: answer?.savedAt ?? null,
    endsAt: attempt.endsAt,
    secondsLeft: secondsLeft(now, attempt.endsAt),
    minutesLeft: Math.ceil((secondsLeft(now, attempt.endsAt) ?? 0) / 60),
    questions: quiz.questions.map(({ key }, index) => ({ number: index + 1, answered: answered.has(key), current: key === question.key })),
    answeredCount: answered.size,
    control: controls(shown, arrangement, wrong ? asTyped(here.given, wrong.typed) : here.given),
  };
}

const spoken = ({ text, language }: Shown) => ({ text, language, direction: directionOf(language) });

/** What the controls of a question show, whatever its type; lists that a type does not need are empty. */
export function controls(shown: Asked, arrangement: Arrangement, given: Given) {
  const chosen = given.type === 'single' ? [given.option] : given.type === 'multiple' ? given.options : [];
  const option = ({ key, text }: Choice, order: readonly string[], picked: boolean) => ({
    code: codeOf(order, key),
    ...spoken(text),
    chosen: picked,
  });
  const letters = new Map(shown.options.map(({ key }, index) => [key, letterOf(index)]));
  return {
    options: shown.options.map((one) => ({ ...option(one, arrangement.options, chosen.includes(one.key)), letter: letters.get(one.key)! })),
    items: shown.items.map((item) => ({
      key: item.key,
      ...spoken(item.text),
      choices: shown.options.map((one) => ({
        ...option(one, arrangement.options, given.type === 'matching' && given.matches[item.key] === one.key),
        letter: letters.get(one.key)!,
      })),
    })),
    ordered: shown.type === 'ordering' ? ordered(shown, arrangement, given) : [],
    typed: given.type === 'number' || given.type === 'short-text' ? given.typed : given.type === 'essay' ? given.text : '',
    truths:
      shown.type === 'true-false'
        ? [true, false].map((right) => ({ value: String(right), right, chosen: given.type === 'true-false' && given.value === right }))
        : [],
    mostWords: shown.essay?.mostWords ?? null,
    rubric: shown.essay?.rubric.map(({ points, text }) => ({ points, ...spoken(text) })) ?? [],
    unit: shown.unit && spoken(shown.unit),
    gaps: gapsOf(shown, arrangement, given),
  };
}

function ordered(shown: Asked, { options }: Arrangement, given: Given) {
  const order = given.type === 'ordering' && given.order.length ? given.order : options;
  return order.map((key, index) => {
    const { text } = shown.options.find((one) => one.key === key)!;
    return { code: codeOf(options, key), ...spoken(text), first: index === 0, last: index === order.length - 1 };
  });
}

function gapsOf({ gaps }: Asked, arrangement: Arrangement, given: Given) {
  if (!gaps) return null;
  const filled = given.type === 'gap-text' ? given.gaps : {};
  let number = 0;
  return {
    language: gaps.text.language,
    direction: directionOf(gaps.text.language),
    pieces: gaps.pieces.map((piece) => {
      if ('text' in piece) return { text: piece.text, gap: null };
      const choices = gaps.choices[piece.gap] ?? null;
      const order = arrangement.gaps[piece.gap] ?? [];
      return {
        text: null,
        gap: {
          key: piece.gap,
          number: ++number,
          value: filled[piece.gap] ?? '',
          choices:
            choices?.map(({ key, text }) => ({ code: codeOf(order, key), ...spoken(text), chosen: filled[piece.gap] === key })) ?? null,
        },
      };
    }),
  };
}

/** Text that could not be taken stays in its field, so that it can be corrected, and so does what was chosen beside it. */
function asTyped(given: Given, fields: Fields): Given {
  const field = (name: string) => [fields[name] ?? ''].flat()[0] ?? '';
  if (given.type === 'number' || given.type === 'short-text') return { type: given.type, typed: field('answer') };
  if (given.type === 'essay') return { type: 'essay', text: field('answer') };
  if (given.type !== 'gap-text') return given;
  const filled = Object.keys(fields).filter((name) => name.startsWith('answer-'));
  return { type: 'gap-text', gaps: Object.fromEntries(filled.map((name) => [name.slice('answer-'.length), field(name)])) };
}

/** A to Z, then AA: what a closed list of choices shows of a long text. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
}
