import fc from 'fast-check';
import { Completed, doneSubjects, earned, Plan, standing } from '../../src/progress/standing';
import { moduleSubject, programmeSubject, stepSubject } from '../../src/progress/subjects';

const plan: Plan = {
  programme: 'taking-part',
  modules: [
    { slug: 'consensus', steps: [{ key: 'lesson' }, { key: 'quiz' }] },
    { slug: 'naming', steps: [{ key: 'lesson' }] },
  ],
};
const day = (n: number) => new Date(Date.UTC(2026, 8, n));
const ledger = (...subjects: string[]): Completed[] => subjects.map((subject, index) => ({ subject, at: day(index + 1) }));

describe('how far someone is', () => {
  it.each<[string, Completed[], number, number, boolean, string[]]>([
    ['nothing done', [], 0, 0, false, ['step:consensus/lesson', 'step:consensus/quiz', 'step:naming/lesson']],
    ['one of three steps is 33 percent', ledger('step:consensus/lesson'), 1, 33, false, ['step:consensus/quiz', 'step:naming/lesson']],
    ['two of three steps are 66 percent', ledger('step:consensus/lesson', 'step:naming/lesson'), 2, 66, false, ['step:consensus/quiz']],
    ['everything done is 100 percent', ledger('step:consensus/lesson', 'step:consensus/quiz', 'step:naming/lesson'), 3, 100, true, []],
    [
      'the same step twice counts once',
      ledger('step:naming/lesson', 'step:naming/lesson'),
      1,
      33,
      false,
      ['step:consensus/lesson', 'step:consensus/quiz'],
    ],
    [
      'steps of other programmes do not count',
      ledger('step:other/lesson', 'module:other', 'programme:other'),
      0,
      0,
      false,
      ['step:consensus/lesson', 'step:consensus/quiz', 'step:naming/lesson'],
    ],
    [
      'a module that was earned counts in full, though the plan has a new step',
      ledger('step:consensus/lesson', 'module:consensus'),
      2,
      66,
      false,
      ['step:naming/lesson'],
    ],
    ['a programme that was earned counts in full, though the plan has a new module', ledger('programme:taking-part'), 3, 100, true, []],
  ])('%s', (_, completions, done, share, complete, missing) => {
    expect(standing(plan, completions)).toMatchObject({ done, total: 3, share, complete, missing });
  });

  it('tells each module by itself', () => {
    expect(standing(plan, ledger('step:naming/lesson', 'step:consensus/quiz')).modules).toEqual([
      { slug: 'consensus', done: 1, total: 2, complete: false, completedAt: null, missing: ['step:consensus/lesson'] },
      { slug: 'naming', done: 1, total: 1, complete: true, completedAt: day(1), missing: [] },
    ]);
  });

  it('dates a module by its last step, and a programme by its last module', () => {
    const { modules, completedAt } = standing(plan, ledger('step:consensus/quiz', 'step:naming/lesson', 'step:consensus/lesson'));
    expect([modules[0]!.completedAt, modules[1]!.completedAt, completedAt]).toEqual([day(3), day(2), day(3)]);
  });

  it('keeps the date that was recorded, and the first of several', () => {
    const completions = [
      { subject: 'module:naming', at: day(9) },
      { subject: 'module:naming', at: day(5) },
      { subject: 'step:naming/lesson', at: day(20) },
    ];
    expect(standing(plan, completions).modules[1]!.completedAt).toEqual(day(5));
  });

  it('does not call an empty plan complete', () => {
    expect(standing({ programme: 'p', modules: [] }, [])).toMatchObject({
      done: 0,
      total: 0,
      share: 0,
      complete: false,
      completedAt: null,
    });
    expect(standing({ programme: 'p', modules: [{ slug: 'm', steps: [] }] }, [])).toMatchObject({ share: 0, complete: false });
  });

  it('shows 99 percent and not 100 when one of many steps is missing', () => {
    const steps = Array.from({ length: 300 }, (_, n) => ({ key: `s${n}` }));
    const all = ledger(...steps.slice(1).map(({ key }) => stepSubject('m', key)));
    expect(standing({ programme: 'p', modules: [{ slug: 'm', steps }] }, all)).toMatchObject({ share: 99, complete: false });
  });

  it('knows what is done', () =>
    expect(doneSubjects(ledger('module:a', 'module:a', 'module:b'))).toEqual(new Set(['module:a', 'module:b'])));
});

describe('what a step earns', () => {
  it.each([
    ['a step in the middle earns nothing', [], 'step:consensus/lesson', []],
    ['the last step of a module earns the module', ['step:consensus/lesson'], 'step:consensus/quiz', ['module:consensus']],
    [
      'the last step of all earns module and programme',
      ['step:consensus/lesson', 'step:consensus/quiz'],
      'step:naming/lesson',
      ['module:naming', 'programme:taking-part'],
    ],
    ['a step that was done before earns nothing again', ['step:consensus/lesson', 'step:consensus/quiz'], 'step:consensus/quiz', []],
    [
      'a step of a programme that is complete earns nothing again',
      ['step:consensus/lesson', 'step:consensus/quiz', 'step:naming/lesson'],
      'step:naming/lesson',
      [],
    ],
    ['a step of another programme earns nothing here', ['step:consensus/lesson'], 'step:other/quiz', []],
    ['a new step of a module that was earned earns nothing again', ['module:consensus'], 'step:consensus/quiz', []],
    [
      'a module that is waived earns the programme, and not itself twice',
      ['step:naming/lesson'],
      'module:consensus',
      ['programme:taking-part'],
    ],
  ])('%s', (_, before, subject, subjects) => expect(earned(plan, ledger(...before), subject)).toEqual(subjects));
});

describe('the ledger and what is shown', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
  const plans = fc
    .uniqueArray(fc.constantFrom('m', 'n', 'o'), { minLength: 1 })
    .chain((slugs) =>
      fc
        .tuple(...slugs.map((slug) => names.map((keys) => ({ slug, steps: keys.map((key) => ({ key })) }))))
        .map((modules): Plan => ({ programme: 'p', modules })),
    );
  const acts = fc.array(fc.tuple(fc.constantFrom('m', 'n', 'o', 'x'), fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 25 });

  /** What the house does on every act: records the step, once, and whatever it earned, at the same moment. */
  const recorded = (of: Plan, steps: string[]) =>
    steps.reduce<Completed[]>((log, subject, index) => {
      if (doneSubjects(log).has(subject)) return log;
      return [...log, ...[subject, ...earned(of, log, subject)].map((each) => ({ subject: each, at: day(index + 1) }))];
    }, []);

  it('computing everything from the steps gives the same as recording what each step earned', () => {
    fc.assert(
      fc.property(plans, acts, (of, done) => {
        const log = recorded(
          of,
          done.map(([module, step]) => stepSubject(module, step)),
        );
        const stepsAlone = log.filter(({ subject }) => subject.startsWith('step:'));
        expect(standing(of, log)).toEqual(standing(of, stepsAlone));
        const all = standing(of, stepsAlone);
        const complete = all.modules.filter((module) => module.complete).map(({ slug }) => moduleSubject(slug) as string);
        if (all.complete) complete.push(programmeSubject('p'));
        expect(
          log
            .map(({ subject }) => subject)
            .filter((subject) => !subject.startsWith('step:'))
            .sort(),
        ).toEqual(complete.sort());
      }),
    );
  });

  it('more done never means less shown, and nothing is shown that is not missing or done', () => {
    fc.assert(
      fc.property(plans, acts, (of, done) => {
        const log = recorded(
          of,
          done.map(([module, step]) => stepSubject(module, step)),
        );
        const shares = log.map((_, index) => standing(of, log.slice(0, index + 1)).share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        const { done: count, total, missing, share, complete } = standing(of, log);
        expect(count + missing.length).toBe(total);
        expect(share === 100).toBe(complete);
      }),
    );
  });

  it('the order of the ledger does not matter', () => {
    fc.assert(
      fc.property(plans, acts, fc.infiniteStream(fc.nat()), (of, done, chance) => {
        const log = recorded(
          of,
          done.map(([module, step]) => stepSubject(module, step)),
        );
        const mixed = log
          .map((line) => ({ line, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ line }) => line);
        expect(standing(of, mixed)).toEqual(standing(of, log));
      }),
    );
  });
});
