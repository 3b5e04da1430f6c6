/** Skeletons and texts made by chance, for packages that could be published. */
import fc from 'fast-check';
import { isBlank, tidy, unshowable } from '../../src/kernel/text';
import { AssignmentStructure, FILE_KINDS } from '../../src/content/assignment';
import { GapStructure, QuestionStructure } from '../../src/content/question-structures';
import { COUNTING, BEHAVIOURS, OVERDUE_POLICIES, QuizSettings, REVIEW_PARTS } from '../../src/content/quiz-settings';
import { ModuleStructure, QuizStructure, StepStructure } from '../../src/content/structures';

/** Names that could be mistaken for something else are among them. */
export const key = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,3})?$/),
  fc.constantFrom(...'constructor text items answers sources options right true no null 1 007 1e3 module typed'.split(' ')),
);
export const keys = (least: number, most = 5) => fc.uniqueArray(key, { minLength: least, maxLength: most });

/** Text as people type it, and text as YAML and Markdown least like it. */
export const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          '---',
          '\n',
          ' ',
          '  ',
          ': ',
          ' #',
          '- ',
          '"',
          "'",
          '|',
          '>',
          '%',
          '@',
          '`',
          '&a',
          '*a',
          '!x',
          '{',
          '}',
          '[',
          ']',
          ',',
          '\\',
          '\t',
          'null',
          '1.0',
          'yes',
          '~',
          '=',
          '? ',
          '2014-06-01',
          'é',
          'مرحبا',
          '共识',
          '\u2028',
          '\u200f',
          '👩‍👩‍👧',
        ),
        { minLength: 1, maxLength: 9 },
      )
      .map((parts) => parts.join('')),
  )
  .map(tidy)
  .filter((each) => !isBlank(each) && !unshowable(each));

/** A lesson's text without anything an author would be stopped for. */
export const body = fc
  .array(
    fc.oneof(
      text.map((each) => each.replace(/[<[\]:#=!-]/g, ' ').trim()),
      fc.constantFrom('- a\n- b', '> a\n> — b', ':::idea\nx\n:::', '***', '    code', '```\n---\n```'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => tidy(parts.join('\n\n')))
  .filter((each) => !isBlank(each));

const check = keys(2).chain((options) => fc.record({ options: fc.constant(options), right: fc.constantFrom(...options) }));

const lesson = fc.record({
  kind: fc.constant('lesson' as const),
  minutes: fc.integer({ min: 1, max: 600 }),
  glossary: keys(0, 3),
  check: fc.option(check),
  sources: fc.nat(11),
});
const quizStep = fc.record({ kind: fc.constant('quiz' as const), minutes: fc.integer({ min: 1, max: 600 }), quiz: key });
const simulationStep = fc.record({
  kind: fc.constant('simulation' as const),
  minutes: fc.integer({ min: 1, max: 600 }),
  scenario: key,
});

const assignmentStep = fc.record({
  kind: fc.constant('assignment' as const),
  minutes: fc.integer({ min: 1, max: 600 }),
  assignment: key,
});

const steps = keys(1).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.oneof(lesson, quizStep, simulationStep, assignmentStep).map((step) => ({ key: name, ...step }) as StepStructure),
    ),
  ),
);

export const moduleStructure: fc.Arbitrary<ModuleStructure> = fc.record({
  licence: text,
  authors: fc.array(text, { minLength: 1, maxLength: 3 }),
  steps,
});

const criterion = (name: string) =>
  fc.tuple(keys(2), fc.nat(5)).map(([levels, least]) => ({
    key: name,
    levels: levels.map((level, index) => ({ key: level, points: least + index * 3 })),
  }));

export const assignmentStructure: fc.Arbitrary<AssignmentStructure> = fc.record({
  licence: text,
  authors: fc.array(text, { minLength: 1, maxLength: 3 }),
  passMark: fc.integer({ min: 1, max: 100 }),
  text: fc.oneof(
    fc.record({ need: fc.constantFrom('required' as const, 'optional' as const), words: fc.integer({ min: 1, max: 5000 }) }),
    fc.constant({ need: 'none' as const, words: 0 }),
  ),
  links: fc.integer({ min: 1, max: 5 }),
  files: fc.nat(5),
  kinds: fc.subarray([...FILE_KINDS], { minLength: 1 }),
  review: fc.oneof(
    fc.constant({ by: 'team' as const }),
    fc.record({ by: fc.constant('peers' as const), count: fc.integer({ min: 1, max: 5 }), days: fc.integer({ min: 1, max: 60 }) }),
  ),
  criteria: keys(1, 4).chain((names) => fc.tuple(...names.map(criterion))),
});

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -1e9, max: 1e9 })).map((each) => each || 0);
const right = (options: string[]) => fc.subarray(options, { minLength: 1 });

const gap = (name: string): fc.Arbitrary<GapStructure> =>
  fc.oneof(
    fc.constant({ key: name, typed: true as const }),
    keys(2).chain((options) => fc.constantFrom(...options).map((one) => ({ key: name, typed: false as const, options, right: one }))),
  );

const percent = fc.integer({ min: 0, max: 100 });
const weights = (options: string[]) =>
  fc
    .subarray(options)
    .chain((some) => fc.tuple(...some.map((one) => fc.integer({ min: -100, max: 100 }).map((weight) => [one, weight || 0] as const))))
    .map((pairs) => Object.fromEntries(pairs));
const perhaps = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.option(value).map((one) => (one === null ? {} : { [name]: one }));
const joined = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((each) => Object.assign({}, ...each) as object);
const listOf = (own: Record<string, fc.Arbitrary<unknown>>, least = 1) =>
  keys(least, 3).chain((names) => fc.tuple(...names.map((name) => fc.record({ key: fc.constant(name), ...own }))));

const ownFields: fc.Arbitrary<object> = fc.oneof(
  keys(2).chain((options) =>
    joined(
      fc.record({ type: fc.constant('single'), options: fc.constant(options), right: fc.constantFrom(...options) }),
      perhaps('weights', weights(options)),
    ),
  ),
  keys(2).chain((options) =>
    joined(
      fc.record({ type: fc.constant('multiple'), options: fc.constant(options), right: right(options) }),
      perhaps('weights', weights(options)),
    ),
  ),
  fc.record({ type: fc.constant('true-false'), right: fc.boolean() }),
  fc.record({ type: fc.constant('short-text'), answers: listOf({ percent }), matchCase: fc.boolean() }),
  fc.tuple(keys(1), keys(2)).chain(([items, options]) =>
    fc.record({
      type: fc.constant('matching'),
      items: fc.tuple(...items.map((item) => fc.constantFrom(...options).map((one) => ({ key: item, right: one })))),
      options: fc.constant(options),
    }),
  ),
  fc.record({ type: fc.constant('ordering'), options: keys(2) }),
  joined(
    fc.record({ type: fc.constant('number'), value: number, tolerance: number.map(Math.abs) }),
    perhaps('others', listOf({ value: number, tolerance: number.map(Math.abs), percent })),
    perhaps('units', listOf({ factor: number.map((one) => Math.abs(one) || 1) })),
  ),
  keys(1, 3).chain((names) => fc.record({ type: fc.constant('gap-text'), gaps: fc.tuple(...names.map(gap)) })),
);

const question = (name: string) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 100 }),
      fc.option(fc.constantFrom('lesson', 'lesson#heading')),
      joined(perhaps('tags', keys(1, 3)), perhaps('hints', fc.integer({ min: 1, max: 5 })), perhaps('penalty', percent)),
      fc.oneof({ weight: 8, arbitrary: ownFields }, fc.constant('description' as const), fc.constant('essay' as const)),
    )
    .map(([points, read, about, own]) => ({ key: name, read, ...about, ...ofPoints(points, own) }) as QuestionStructure);

/** Something to read is worth nothing, and the points of a rubric are those of its question. */
function ofPoints(points: number, own: object | 'description' | 'essay'): object {
  if (own === 'description') return { points: 0, type: own };
  if (own !== 'essay') return { points, ...own };
  return { points, type: own, mostWords: points % 2 ? points * 10 : null, rubric: points > 1 ? rubric(points) : [] };
}

const rubric = (points: number) => [
  { key: 'reasons', points: points - 1 },
  { key: 'sources', points: 1 },
];

const settings: fc.Arbitrary<Partial<QuizSettings>> = fc.record(
  {
    behaviour: fc.constantFrom(...BEHAVIOURS),
    overdue: fc.constantFrom(...OVERDUE_POLICIES),
    graceMinutes: fc.nat(100),
    tries: fc.option(fc.integer({ min: 1, max: 20 })),
    delays: fc.record({ second: fc.nat(100), later: fc.nat(100) }),
    counting: fc.constantFrom(...COUNTING),
    shuffle: fc.record({ questions: fc.boolean(), options: fc.boolean() }),
    navigation: fc.constantFrom('free' as const, 'sequential' as const),
    review: fc.record(
      Object.fromEntries(['during', 'immediately', 'open', 'closed'].map((moment) => [moment, fc.subarray([...REVIEW_PARTS])])),
    ) as unknown as fc.Arbitrary<QuizSettings['review']>,
    bands: fc.constantFrom([], [0], [70, 0], [90, 50, 0]),
  },
  { requiredKeys: [] },
);

export const quizStructure: fc.Arbitrary<QuizStructure> = joined(
  fc.record({
    module: key,
    passMark: fc.integer({ min: 1, max: 100 }),
    minutes: fc.option(fc.integer({ min: 1, max: 600 })),
    questions: keys(1, 6).chain((names) => fc.tuple(...names.map(question))),
  }),
  perhaps('settings', settings),
) as fc.Arbitrary<QuizStructure>;
