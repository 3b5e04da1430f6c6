import fc from 'fast-check';
import { clean } from '../../../src/quizzes/formats/clean';
import type { Choice, Imported, ImportedGap, Markup } from '../../../src/quizzes/formats/imported';
import { onOneLine } from '../../../src/quizzes/formats/names';

export const EVERY_TYPE = [
  'single',
  'multiple',
  'true-false',
  'short-text',
  'number',
  'matching',
  'ordering',
  'gap-text',
  'essay',
  'description',
] as const;

/** Questions nobody would write, and texts that try to be something else: for journeys out of a format and back. */

const SIGNS = [
  ...'{}=~#:\\%*[]()<>&"\'`|-_,.;!? \t/$',
  '->',
  '::',
  '####',
  '//',
  '%50%',
  '%-100%',
  '[html]',
  '[moodle]',
  '[ plain ]',
  '$CATEGORY:',
  '[id:a]',
  '[tag:b]',
  '\\n',
  '\n',
  '\r\n',
  '\n\n',
  '{{a}}',
  '{1:SHORTANSWER:=x}',
  '<b>',
  '</p>',
  '<!--',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  'T',
  'TRUE',
  'true',
  '1',
  '3,14',
  '..',
  'a',
  'b',
  'Who',
  'ب',
  'ـ',
  '中',
  'É',
  '😀',
  '\u200f',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\ufdd0',
  '\ud800',
  'ANSWER: A',
  'A. ',
  '- ',
  '* ',
  '[x] ',
  '**',
  '=1+1',
  '---',
];

export const hostileText = fc.array(fc.constantFrom(...SIGNS), { maxLength: 9 }).map((parts) => parts.join(''));
const word = fc.tuple(fc.constantFrom('a', 'ب', '中', 'Z'), hostileText).map(([first, rest]) => first + rest);
export const fullText = fc.oneof(
  word,
  hostileText.filter((text) => onOneLine(text) !== ''),
);
const weight = fc.constantFrom(100, 90, 50, 33.33333, 25, 14.28571, 5, 0, -5, -50, -100);
const choice = (percent: fc.Arbitrary<number>): fc.Arbitrary<Choice> => fc.record({ text: fullText, percent, feedback: hostileText });
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);

const about = (markups: Markup[]) =>
  fc.record({
    line: fc.constant(1),
    name: hostileText,
    id: fc.option(fullText, { nil: null }),
    tags: fc.array(fullText, { maxLength: 3 }),
    category: fc.array(fullText, { maxLength: 3 }),
    stem: fullText,
    markup: fc.constantFrom(...markups),
    feedback: hostileText,
    whenRight: hostileText,
    whenWrong: hostileText,
    points: fc.integer({ min: 1, max: 9 }),
    hints: fc.array(fullText, { maxLength: 2 }),
    penalty: fc.constantFrom(null, 0, 10, 25, 50, 100),
  });

const percents = fc.constantFrom([100, 0], [50, 50, -50], [25, 25, 25, 25, 0], [33.33333, 33.33333, 33.33333, -100], [100, 0, 0]);
const gap: fc.Arbitrary<Omit<Extract<ImportedGap, { typed: true }>, 'key'> | Omit<Extract<ImportedGap, { typed: false }>, 'key'>> =
  fc.oneof(
    fc.record({ typed: fc.constant(true as const), answers: fc.array(fullText, { minLength: 1, maxLength: 3 }), feedback: hostileText }),
    fc.record({
      typed: fc.constant(false as const),
      options: fc.array(fc.record({ text: fullText, feedback: hostileText }), { minLength: 2, maxLength: 4 }),
      right: fc.constantFrom(0, 1),
      feedback: hostileText,
    }),
  );

const OWN = {
  single: fc
    .tuple(choice(fc.constant(100)), fc.array(choice(weight), { minLength: 1, maxLength: 4 }))
    .map(([right, others]) => ({ options: [right, ...others] })),
  multiple: percents.chain((each) => fc.tuple(...each.map((percent) => choice(fc.constant(percent)))).map((options) => ({ options }))),
  'true-false': fc.record({ right: fc.boolean() }),
  'short-text': fc.record({ answers: fc.array(choice(weight), { minLength: 1, maxLength: 3 }), matchCase: fc.boolean() }),
  number: fc.record({
    answers: fc.array(
      fc.record({ value: number, tolerance: number.map((each) => Math.abs(each)), percent: weight, feedback: hostileText }),
      { minLength: 1, maxLength: 3 },
    ),
    units: fc.array(fc.record({ text: fullText, factor: fc.constantFrom(1, 0.001, 1000, 2.54) }), { maxLength: 2 }),
  }),
  matching: fc.record({
    pairs: fc.array(fc.record({ left: fullText, right: fullText }), { minLength: 2, maxLength: 4 }),
    distractors: fc.array(fullText, { maxLength: 2 }),
  }),
  ordering: fc.record({ items: fc.array(fullText, { minLength: 2, maxLength: 5 }) }),
  'gap-text': fc.tuple(hostileText, fc.array(fc.tuple(gap, hostileText), { minLength: 1, maxLength: 3 })).map(([before, all]) => ({
    text: `${before.replaceAll('{{', '')}${all.map(([, after], at) => ` {{${at + 1}}} ${after.replaceAll('{{', '')}`).join('')}`,
    gaps: all.map(([each], at) => ({ ...each, key: String(at + 1) })),
  })),
  essay: fc.record({
    mostWords: fc.constantFrom(null, 50, 300),
    rubric: fc.array(fc.record({ text: fullText, points: fc.integer({ min: 1, max: 5 }) }), { maxLength: 3 }),
  }),
  description: fc.constant({}),
} as const;

/** Any question of some types. */
export function anyQuestion(types: Imported['type'][], markups: Markup[] = ['auto', 'html', 'plain', 'markdown']): fc.Arbitrary<Imported> {
  return fc
    .constantFrom(...types)
    .chain((type) =>
      fc.tuple(about(markups), OWN[type] as fc.Arbitrary<object>).map(([all, own]) => ({ ...all, ...own, type }) as unknown as Imported),
    )
    .map((question) => (question.type === 'description' ? { ...question, points: 0 } : question));
}

/** The same question as any format keeps it, wherever it stood. */
export const kept = (question: Imported): Imported => ({ ...clean(question), line: 0 });

/** How often a journey was made, for the last line of a suite. */
export function counted(format: string): { one: () => void; told: () => string } {
  let count = 0;
  return { one: () => void count++, told: () => `${format}: ${count} round trips\n` };
}
