/** What each type of Moodle's questions is here. Null when an error was told. */
import { readCloze } from './cloze';
import { checkedChoices } from './choices';
import { readGapSelect } from './moodle-gapselect';
import type { Choice, Imported } from './imported';
import type { About, MoodleWords } from './moodle-words';
import { type Element, first, within, wordsOf } from './xml';

type Reads = (element: Element, about: About, words: MoodleWords) => Imported | null;

export function readMoodleType(type: string, element: Element, about: About, words: MoodleWords): Imported | null {
  return Object.hasOwn(TYPES, type)
    ? TYPES[type]!(element, about, words)
    : words.tell('formats.problem.type-unknown', { type: type || '?' });
}

const TYPES: Record<string, Reads> = {
  multichoice: (element, about, words) => {
    const single = !/^\s*(?:false|0)\s*$/.test(wordsOf(first(element, 'single')));
    const options = answersOf(element, words, (answer) => words.of(answer));
    const sound = checkedChoices(single, options, (key, details) => words.tell(key, details));
    return sound ? { ...about, type: single ? 'single' : 'multiple', options } : null;
  },
  truefalse: (element, about, words) => {
    const answers = within(element, 'answer').map((answer) => ({
      truth: words.plain(answer).toLowerCase(),
      right: Number(answer.attributes.fraction) > 99,
      feedback: words.of(first(answer, 'feedback')),
    }));
    const right = answers.find((answer) => answer.right);
    if (!right || !/^(?:true|false)$/.test(right.truth)) return words.tell('formats.problem.no-right-option');
    const wrong = answers.find((answer) => !answer.right);
    return { ...about, type: 'true-false', right: right.truth === 'true', whenRight: right.feedback, whenWrong: wrong?.feedback ?? '' };
  },
  shortanswer: (element, about, words) => {
    const answers = answersOf(element, words, (answer) => words.plain(answer));
    if (!answers.length) return words.tell('formats.problem.no-answers');
    if (answers.some(({ text }) => !text)) return words.tell('formats.problem.empty-answer');
    return { ...about, type: 'short-text', answers, matchCase: wordsOf(first(element, 'usecase')).trim() === '1' };
  },
  numerical: readNumerical,
  matching: readMatching,
  match: readMatching,
  ordering: (element, about, words) => {
    const answers = answersOf(element, words, (answer) => words.of(answer));
    if (answers.length < 2) return words.tell('formats.problem.too-few-options');
    if (answers.some(({ text }) => !text)) return words.tell('formats.problem.empty-answer');
    const numbered = new Set(answers.map(({ percent }) => percent)).size === answers.length;
    const items = (numbered ? answers.toSorted((a, b) => a.percent - b.percent) : answers).map(({ text }) => text);
    return { ...about, type: 'ordering', items };
  },
  essay: (element, about, words) => {
    const most = Number(wordsOf(first(element, 'maxwordlimit')));
    const notes = words.of(first(element, 'graderinfo'));
    const rubric = rubricIn(notes);
    if (notes && !rubric.length) words.tell('formats.problem.moodle-grader-notes');
    return { ...about, type: 'essay', mostWords: Number.isInteger(most) && most > 0 ? most : null, rubric };
  },
  description: (_, about) => ({ ...about, type: 'description', points: 0 }),
  cloze: readCloze,
  multianswer: readCloze,
  gapselect: readGapSelect,
  ddwtos: readGapSelect,
};

function answersOf(element: Element, words: MoodleWords, textOf: (answer: Element) => string): Choice[] {
  return within(element, 'answer').map((answer) => ({
    text: textOf(answer),
    percent: Number(answer.attributes.fraction) || 0,
    feedback: words.of(first(answer, 'feedback')),
  }));
}

function readNumerical(element: Element, about: About, words: MoodleWords): Imported | null {
  const found = within(element, 'answer').map((answer) => ({
    text: words.plain(answer),
    line: answer.line,
    percent: Number(answer.attributes.fraction) || 0,
    tolerance: Number(wordsOf(first(answer, 'tolerance')) || 0),
    feedback: words.of(first(answer, 'feedback')),
  }));
  const everyOther = found.find(({ text }) => text === '*');
  if (everyOther && everyOther.percent !== 0) return words.tell('formats.problem.not-a-number', { text: '*' }, everyOther.line);
  const answers = found
    .filter(({ text }) => text !== '*')
    .map(({ text, line, ...rest }) => ({ ...rest, value: text ? Number(text) : NaN, text, line }));
  const wrong = answers.find(({ value, tolerance }) => !Number.isFinite(value) || !(tolerance >= 0));
  if (wrong) {
    const instead = wrong.text.replace(',', '.');
    return Number.isFinite(Number(instead)) && wrong.text !== instead
      ? words.tell('formats.problem.number-with-comma', { text: wrong.text, instead }, wrong.line)
      : words.tell('formats.problem.not-a-number', { text: wrong.text }, wrong.line);
  }
  if (!answers.length) return words.tell('formats.problem.no-answers');
  const units = within(first(element, 'units'), 'unit').map((unit) => ({
    text: wordsOf(first(unit, 'unit_name')).trim(),
    factor: Number((1 / Number(wordsOf(first(unit, 'multiplier')))).toPrecision(15)),
  }));
  const known = units.filter(({ text, factor }) => text && Number.isFinite(factor) && factor > 0);
  return {
    ...about,
    type: 'number',
    answers: answers.map(({ value, tolerance, percent, feedback }) => ({ value, tolerance, percent, feedback })),
    units: known,
    whenWrong: everyOther?.feedback ?? '',
  };
}

function readMatching(element: Element, about: About, words: MoodleWords): Imported | null {
  const all = within(element, 'subquestion').map((each) => ({ left: words.of(each), right: words.plain(first(each, 'answer')) }));
  const pairs = all.filter(({ left }) => left);
  if (pairs.length < 2) return words.tell('formats.problem.too-few-pairs');
  if (pairs.some(({ right }) => !right)) return words.tell('formats.problem.empty-answer');
  return { ...about, type: 'matching', pairs, distractors: all.filter(({ left, right }) => !left && right).map(({ right }) => right) };
}

const CRITERION = /^- (.+) \((\d+)\)$/;

/** A rubric as notes for whoever marks: a line `- what is looked at (points)` for each. */
export function rubricIn(notes: string): { text: string; points: number }[] {
  const lines = notes.split('\n').filter((line) => line.trim());
  const read = lines.map((line) => CRITERION.exec(line));
  return read.every((each) => each !== null) ? read.map((each) => ({ text: each[1]!, points: Number(each[2]) })) : [];
}

export const notesOf = (rubric: readonly { text: string; points: number }[]): string =>
  rubric.map(({ text, points }) => `- ${text.replace(/\s+/g, ' ')} (${points})`).join('\n');
