import { eligible, type Goal, type Mark, monthsAfter } from '../../../src/certificates/issuing/eligibility';
import type { Requirements } from '../../../src/content/requirements';
import type { StepStructure } from '../../../src/content/structures';

const lesson = (key: string) => ({ key, kind: 'lesson', minutes: 5 }) as StepStructure;
const quiz = (key: string, name: string): StepStructure => ({ key, kind: 'quiz', quiz: name, minutes: 5 });

const LISTENING = { slug: 'listening', steps: [lesson('ears'), quiz('quiz', 'hearing')] };
const SPEAKING = { slug: 'speaking', steps: [lesson('mouth')] };
const DOING: Goal['modules'][number] = {
  slug: 'doing',
  steps: [
    { key: 'table', kind: 'simulation', scenario: 'exchange', minutes: 30 },
    { key: 'report', kind: 'assignment', assignment: 'conversation', minutes: 60 },
    quiz('last', 'talking'),
  ],
};

const goal = (requirements: Requirements, modules: Goal['modules'] = [LISTENING, SPEAKING]): Goal => ({
  kind: 'programme',
  about: '',
  programme: 'taking-part',
  modules,
  requirements,
});
const ofModule = (requirements: Requirements, module: Goal['modules'][number]): Goal => ({
  ...goal(requirements, [module]),
  kind: 'module',
  about: module.slug,
});

const at = (minute: number) => new Date(Date.UTC(2027, 2, 1, 9, minute));
const completed = (...subjects: string[]) => subjects.map((subject, minute) => ({ subject, at: at(minute) }));
const mark = (module: string, step: string, share: number | null, minute = 30): Mark => ({ module, step, share, at: at(minute) });

const WHOLE = goal({ requires: 'all' });

function lacking(of: Goal, done: string[], marks: Mark[] = []): string[] {
  const found = eligible(of, { completions: completed(...done), marks });
  return found.earned ? [] : found.missing.steps.map(({ module, step }) => `${module}/${step.key}`);
}

describe('what is missing for a certificate that takes every step', () => {
  it.each([
    ['nothing done', [], ['listening/ears', 'listening/quiz', 'speaking/mouth']],
    ['one step done', ['step:listening/ears'], ['listening/quiz', 'speaking/mouth']],
    ['a module done', ['module:listening'], ['speaking/mouth']],
    ['all but the last step', ['step:listening/ears', 'step:listening/quiz'], ['speaking/mouth']],
    ['every step done', ['step:listening/ears', 'step:listening/quiz', 'step:speaking/mouth'], []],
    ['every module done', ['module:listening', 'module:speaking'], []],
    ['the programme done', ['programme:taking-part'], []],
    ['another programme done', ['programme:other'], ['listening/ears', 'listening/quiz', 'speaking/mouth']],
    ['the same step of another module', ['step:speaking/ears'], ['listening/ears', 'listening/quiz', 'speaking/mouth']],
  ])('%s', (_, done, left) => {
    expect(lacking(WHOLE, done)).toEqual(left);
  });

  it('nothing can be earned by a programme of nothing', () => {
    expect(eligible(goal({ requires: 'all' }, []), { completions: [], marks: [] })).toEqual({
      earned: false,
      missing: { steps: [], mark: null },
    });
  });
});

describe('what is missing for a certificate that takes some steps', () => {
  const some = goal({ requires: ['listening', 'doing/report'], debrief: ['exchange'] }, [LISTENING, SPEAKING, DOING]);
  it.each([
    ['a module named by its slug takes all of its steps', [], ['listening/ears', 'listening/quiz', 'doing/table', 'doing/report']],
    ['what is not asked for is not missing', ['step:listening/ears', 'step:listening/quiz', 'step:doing/report'], ['doing/table']],
    ['a debrief, and work that was accepted', ['module:listening', 'step:doing/table'], ['doing/report']],
    ['a module that was recorded counts in full', ['module:listening', 'module:doing'], []],
    ['and so does the programme', ['programme:taking-part'], []],
  ])('%s', (_, done, left) => {
    expect(lacking(some, done)).toEqual(left);
  });

  it('is earned since the last of them, whatever was done later', () => {
    const done = ['step:listening/ears', 'step:listening/quiz', 'step:doing/table', 'step:doing/report', 'step:speaking/mouth'];
    expect(eligible(some, { completions: completed(...done), marks: [] })).toEqual({ earned: true, at: at(3) });
  });

  it('of a module, steps are named by their key alone', () => {
    const own = ofModule({ requires: ['table'], reviewed: ['conversation'] }, DOING);
    expect(lacking(own, ['step:doing/table', 'step:doing/last'])).toEqual(['doing/report']);
  });
});

describe('a mark that is asked for', () => {
  const both = goal({ requires: 'all', mark: { least: 80 } }, [LISTENING, DOING]);
  const one = goal({ requires: 'all', mark: { least: 80, quiz: 'hearing' } }, [LISTENING, DOING]);
  const markOf = (of: Goal, marks: Mark[]) => {
    const found = eligible(of, { completions: completed('programme:taking-part'), marks });
    return found.earned ? found.at : { percent: found.missing.mark!.percent, quiz: found.missing.mark!.quiz?.step.key ?? null };
  };
  it.each([
    ['no result', both, [], { percent: null, quiz: null }],
    ['one of two results', both, [mark('listening', 'quiz', 1)], { percent: null, quiz: null }],
    ['a result that waits for a person', both, [mark('listening', 'quiz', 1), mark('doing', 'last', null)], { percent: null, quiz: null }],
    ['79 on average', both, [mark('listening', 'quiz', 0.98), mark('doing', 'last', 0.6)], { percent: 79, quiz: null }],
    ['exactly 80 on average', both, [mark('listening', 'quiz', 1, 40), mark('doing', 'last', 0.6, 50)], at(50)],
    ['three times a fifth and a fifth', both, [mark('listening', 'quiz', 0.1 + 0.7), mark('doing', 'last', 0.8)], at(30)],
    ['a quiz by its name: 79.99', one, [mark('listening', 'quiz', 0.7999), mark('doing', 'last', 1)], { percent: 79, quiz: 'quiz' }],
    ['a quiz by its name: reached', one, [mark('listening', 'quiz', 0.8), mark('doing', 'last', 0)], at(30)],
  ])('%s', (_, of, marks, found) => {
    expect(markOf(of, marks)).toEqual(found);
  });

  it('reached, and a step still open', () => {
    const found = eligible(one, { completions: completed('module:listening'), marks: [mark('listening', 'quiz', 1)] });
    expect(found).toMatchObject({ earned: false, missing: { mark: null } });
  });
});

describe('since when', () => {
  it('the programme was completed, whatever was done later', () => {
    const completions = completed('step:listening/ears', 'programme:taking-part', 'step:other/extra');
    expect(eligible(WHOLE, { completions, marks: [] })).toEqual({ earned: true, at: at(1) });
  });

  it('the last step, when the ledger has no word of the whole', () => {
    const completions = completed('step:speaking/mouth', 'step:listening/ears', 'step:listening/quiz');
    expect(eligible(WHOLE, { completions, marks: [] })).toEqual({ earned: true, at: at(2) });
  });

  it('the module was completed, for a module’s own, even when the programme was later', () => {
    const completions = completed('module:speaking', 'programme:taking-part');
    expect(eligible(ofModule({ requires: 'all' }, SPEAKING), { completions, marks: [] })).toEqual({ earned: true, at: at(0) });
  });
});

it.each([
  ['2027-03-01T09:00:00Z', 12, '2028-03-01T09:00:00.000Z'],
  ['2027-08-31T09:00:00Z', 6, '2028-02-29T09:00:00.000Z'],
  ['2028-02-29T09:00:00Z', 12, '2029-02-28T09:00:00.000Z'],
  ['2027-12-31T23:59:59Z', 1, '2028-01-31T23:59:59.000Z'],
])('%s and %s months later', (from, months, to) => expect(monthsAfter(new Date(from), months).toISOString()).toBe(to));
