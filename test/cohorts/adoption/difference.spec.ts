import { type Difference, difference, type Edition, stepsAdded } from '../../../src/cohorts/adoption/difference';
import type { PackageDocument, PackageKind } from '../../../src/content/package';

const document = (kind: PackageKind, slug: string, structure: unknown, texts: Record<string, string>): PackageDocument => ({
  kind,
  slug,
  language: 'en',
  structure,
  texts,
  references: [],
});

const lesson = (key: string, more: object = {}) => ({ key, kind: 'lesson', minutes: 5, glossary: [], check: null, sources: 0, ...more });
const QUESTION = { key: 'why', type: 'single', points: 2, read: null, options: ['a', 'b'], right: 'a' };
const QUIZ = { module: 'one', passMark: 70, minutes: null, questions: [QUESTION, { ...QUESTION, key: 'who' }] };

interface Parts {
  modules?: string[];
  steps?: object[];
  texts?: Record<string, string>;
  quiz?: object;
  quizTexts?: Record<string, string>;
}

const STEPS = [lesson('first'), lesson('second'), { key: 'quiz', kind: 'quiz', minutes: 10, quiz: 'q' }];
const TEXTS = {
  title: 'One',
  summary: 'About one.',
  'steps.first.title': 'First',
  'steps.first.body': 'Read this.\n\nAnd this.',
  'steps.second.title': 'Second',
  'steps.second.body': 'Read on.',
  'steps.quiz.title': 'Quiz',
};
const QUIZ_TEXTS = { title: 'Quiz', 'questions.why.stem': 'Why?', 'questions.who.stem': 'Who?' };

function edition({ modules = ['one'], steps = STEPS, texts = TEXTS, quiz = QUIZ, quizTexts = QUIZ_TEXTS }: Parts = {}): Edition {
  const module = (slug: string) => document('module', slug, { licence: 'CC0', authors: [], steps: slug === 'one' ? steps : [] }, texts);
  return {
    'programme:p': document('programme', 'p', { modules, certificate: { requires: 'all' } }, { title: 'P' }),
    ...Object.fromEntries(modules.map((slug) => [`module:${slug}`, module(slug)])),
    'quiz:q': document('quiz', 'q', quiz, quizTexts),
  };
}

/** A difference in a few words, so that a table can hold it. */
function told({ programme, modules }: Difference): string[] {
  const marks = (one: { became: string; moved: boolean; renamed: unknown; otherwise: boolean; parts: { part: string }[] }) => [
    ...(one.became === 'changed' ? [] : [one.became]),
    ...(one.moved ? ['moved'] : []),
    ...(one.renamed ? ['renamed'] : []),
    ...one.parts.map(({ part }) => part),
    ...(one.otherwise ? ['otherwise'] : []),
  ];
  const line = (name: string, words: string[]) => (words.length ? [`${name}: ${words.join(', ')}`] : []);
  return [
    ...line('programme', programme.renamed ? ['renamed'] : []),
    ...modules.flatMap((module) => [
      ...line(module.slug, marks(module)),
      ...module.steps.flatMap((step) =>
        line(`${module.slug}/${step.key}`, [
          ...marks(step),
          ...(step.minutes ? [`${step.minutes.was} to ${step.minutes.now} minutes`] : []),
          ...(step.quiz?.passMark ? [`pass mark ${step.quiz.passMark.was} to ${step.quiz.passMark.now}`] : []),
          ...(step.quiz?.minutes ? [`limit ${step.quiz.minutes.was} to ${step.quiz.minutes.now}`] : []),
          ...(step.quiz?.questions ?? []).map(
            ({ became, stem, answer, points }) => `${stem} ${became}${answer ? ' answer' : ''}${points ? ' points' : ''}`,
          ),
        ]),
      ),
    ]),
  ];
}

const withStep = (key: string, change: object) => STEPS.map((step) => (step.key === key ? { ...step, ...change } : step));
const assignment = (more: object = {}) => ({ key: 'work', kind: 'assignment', minutes: 30, rubric: ['clear'], ...more });

describe('what is different', () => {
  it.each<[string, Parts, Parts, string[]]>([
    ['nothing', {}, {}, []],
    ['a step was added', {}, { steps: [...STEPS, lesson('third')] }, ['one/third: added']],
    ['a step was removed', {}, { steps: STEPS.slice(1) }, ['one/first: removed']],
    ['a step moved', {}, { steps: [STEPS[1]!, STEPS[0]!, STEPS[2]!] }, ['one/first: moved']],
    ['a step was renamed', {}, { texts: { ...TEXTS, 'steps.first.title': 'The first' } }, ['one/first: renamed']],
    ['a step takes longer', {}, { steps: withStep('second', { minutes: 8 }) }, ['one/second: 5 to 8 minutes']],
    ['a text was rewritten', {}, { texts: { ...TEXTS, 'steps.first.body': 'Read this now.\n\nAnd this.' } }, ['one/first: body']],
    [
      'what is right in a check changed',
      {},
      { steps: withStep('first', { check: { options: ['a'], right: 'a' } }) },
      ['one/first: otherwise'],
    ],
    ['a module was renamed', {}, { texts: { ...TEXTS, title: 'Number one' } }, ['one: renamed']],
    ['a module was added', {}, { modules: ['one', 'two'] }, ['two: added']],
    ['a module was removed', { modules: ['one', 'two'] }, {}, ['two: removed']],
    ['modules changed places', { modules: ['one', 'two'] }, { modules: ['two', 'one'] }, ['one: moved']],
    ['the pass mark changed', {}, { quiz: { ...QUIZ, passMark: 80 } }, ['one/quiz: pass mark 70 to 80']],
    ['there is a time limit now', {}, { quiz: { ...QUIZ, minutes: 20 } }, ['one/quiz: limit null to 20']],
    ['a question was removed', {}, { quiz: { ...QUIZ, questions: [QUESTION] } }, ['one/quiz: Who? removed']],
    ['a question was added', { quiz: { ...QUIZ, questions: [QUESTION] } }, {}, ['one/quiz: Who? added']],
    ['a question was reworded', {}, { quizTexts: { ...QUIZ_TEXTS, 'questions.why.stem': 'Why so?' } }, ['one/quiz: Why so? changed']],
    [
      'another answer is right, and counts more',
      {},
      { quiz: { ...QUIZ, questions: [{ ...QUESTION, right: 'b', points: 3 }, QUIZ.questions[1]] } },
      ['one/quiz: Why? changed answer points'],
    ],
    [
      'where to read again is nobody’s business',
      {},
      { quiz: { ...QUIZ, questions: [{ ...QUESTION, read: 'first' }, QUIZ.questions[1]] } },
      [],
    ],
    ['a step became another kind', {}, { steps: withStep('second', { kind: 'quiz', quiz: 'q' }) }, ['one/second: attached, otherwise']],
  ])('%s', (_, was, now, expected) => expect(told(difference(edition(was), edition(now)))).toEqual(expected));

  it('a step of a kind that is not known here is told of like any other', () => {
    expect(told(difference(edition(), edition({ steps: [...STEPS, assignment()] })))).toEqual(['one/work: added']);
  });

  it('a step of a kind that is not known here is compared by its words and by what it names', () => {
    const named = (texts: Record<string, string>, rubric: string[]): Edition => ({
      ...edition({ steps: [assignment({ rubric, assignment: 'essay' })], texts: { ...TEXTS, 'steps.work.title': 'Work' } }),
      'assignment:essay': document('assignment' as PackageKind, 'essay', {}, texts),
    });
    expect(told(difference(named({ task: 'Write.' }, ['clear']), named({ task: 'Write.' }, ['clear'])))).toEqual([]);
    expect(told(difference(named({ task: 'Write.' }, ['clear']), named({ task: 'Write it.' }, ['brief'])))).toEqual([
      'one/work: attached, otherwise',
    ]);
  });

  it('names the steps that came, also those of a module that came', () => {
    const two = { ...edition({ modules: ['one', 'two'] }), 'module:two': document('module', 'two', { steps: [lesson('new')] }, TEXTS) };
    expect(stepsAdded(difference(edition(), two))).toEqual(['two/new']);
  });
});
