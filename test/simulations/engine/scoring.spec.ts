import fc from 'fast-check';
import type { Goal, GoalStructure, RoleScript, ScenarioStructure, Terms } from '../../../src/content/scenario';
import { attainable } from '../../../src/simulations/engine/attainable';
import { isGood, score } from '../../../src/simulations/engine/scoring';
import { combinations } from '../../../src/simulations/engine/values';
import { sampleScenario, withRole } from '../sample-scenario';
import { HandMade } from '../table';

type Weighed = Goal & { weight?: number };

const COURT: Terms = { authority: 'court', duration: 'h24', notice: 'before', liability: 'state' };

const goals = (...all: Weighed[]): GoalStructure[] =>
  all.map((goal, n) => ({ key: `g${n + 1}`, weight: 1, visibility: 'public', ...goal }));
const aiming = (...all: Weighed[]): ScenarioStructure => withRole(sampleScenario(), 'rights', { goals: goals(...all) });
const table = (...all: Weighed[]) => new HandMade(aiming(...all));
const met = ({ state, scenario }: HandMade) => score(state, 'rights', scenario).goals.map((goal) => goal.met);

describe('a goal about the text', () => {
  const court: Goal = { kind: 'slot', slot: 'authority', options: ['court', 'regulator'] };
  const secret: Goal = { kind: 'red-line', slot: 'notice', options: ['secret'] };

  it.each<[string, Goal, 'agreement' | 'no-agreement', Terms, boolean]>([
    ['is met when the agreement says so', court, 'agreement', COURT, true],
    ['is not when it says something else', court, 'agreement', { ...COURT, authority: 'minister' }, false],
    ['is not when nothing was agreed to', court, 'no-agreement', COURT, false],
    ['is not when the clause never came to the table', court, 'agreement', { notice: 'after' }, false],
    ['keeps a red line when the agreement does', secret, 'agreement', COURT, true],
    ['crosses it when the agreement does', secret, 'agreement', { ...COURT, notice: 'secret' }, false],
    ['keeps it when nothing was agreed to', secret, 'no-agreement', { ...COURT, notice: 'secret' }, true],
    ['keeps it when the clause never came to the table', secret, 'agreement', { authority: 'court' }, true],
  ])('%s', (_, goal, outcome, terms, expected) => expect(met(table(goal).ends(outcome, terms))).toEqual([expected]));

  it('is open before there is an outcome', () => {
    expect(met(table(court, secret))).toEqual([false, true]);
  });
});

describe('a goal about a level', () => {
  it.each([
    ['is met by rough consensus', 'rough-consensus', true, true],
    ['and by consensus', 'consensus', true, true],
    ['is not by open issues', 'open-issues', true, false],
    ['is not while the chair has not made it final', 'consensus', false, false],
  ] as const)('%s', (_, level, final, expected) =>
    expect(met(table({ kind: 'level', clause: 'orders' }).finds('orders', level, final))).toEqual([expected]),
  );

  it('is not met where nobody said how far the room is, or where there is no such clause', () => {
    expect(met(table({ kind: 'level', clause: 'orders' }, { kind: 'level', clause: 'nowhere' }))).toEqual([false, false]);
  });
});

describe('a goal about objections', () => {
  const one: Goal = { kind: 'objection', test: 'answered-one' };
  const group: Goal = { kind: 'process', test: 'answered-another-group' };
  const own: Goal = { kind: 'objection', test: 'own-accommodated' };
  const remedy: Goal = { kind: 'process', test: 'remedy-with-each-objection' };
  const WITH = { remedy: { slot: 'authority', options: ['court'] } };

  it.each<[string, Goal, (table: HandMade) => HandMade, boolean | null]>([
    ['answering one', one, (at) => at.objects('ministry', { by: ['banks', 'rights'] }), true],
    ['answering one of one’s own group', one, (at) => at.objects('hospitals', { by: ['rights'] }), true],
    ['leaving it to others', one, (at) => at.objects('ministry', { by: ['banks'] }), false],
    ['when nobody else objects there is nothing to answer', one, (at) => at.objects('rights', { by: ['banks'] }), null],
    ['answering another group', group, (at) => at.objects('ministry', { by: ['rights'] }), true],
    ['answering one’s own group is not that', group, (at) => at.objects('ministry').objects('hospitals', { by: ['rights'] }), false],
    ['when only one’s own group objects there is nothing to answer', group, (at) => at.objects('hospitals', { by: ['rights'] }), null],
    ['an objection of one’s own is met', own, (at) => at.objects('rights').ruled('o1', 'accommodated'), true],
    [
      'also as the repetition of one that is met',
      own,
      (at) => at.objects('ministry').objects('rights').ruled('o1', 'accommodated').ruled('o2', 'duplicate', 'o1'),
      true,
    ],
    ['it is in the rough', own, (at) => at.objects('rights').ruled('o1', 'in-the-rough'), false],
    ['somebody else’s is met', own, (at) => at.objects('ministry', { joined: ['rights'] }).ruled('o1', 'accommodated'), false],
    ['one never objected', own, (at) => at, false],
    ['a remedy with each', remedy, (at) => at.objects('rights', WITH).objects('rights', WITH).objects('ministry'), true],
    ['a remedy with one of two', remedy, (at) => at.objects('rights', WITH).objects('rights'), false],
    ['without objections there is nothing to remedy', remedy, (at) => at.objects('ministry'), null],
  ])('%s', (_, goal, happened, expected) => expect(met(happened(table(goal)))).toEqual([expected]));
});

describe('a fair share of the talk', () => {
  const fair: Goal = { kind: 'process', test: 'spoke-fairly' };
  const others = ['ministry', 'operators', 'banks', 'techcom', 'hospitals'];
  const each = (times: number, at: HandMade) => others.reduce((made, role) => made.speaks(role, times), at);

  it.each<[string, (at: HandMade) => HandMade, boolean]>([
    ['silence is not one', (at) => each(2, at), false],
    ['one turn is, whatever the others do', (at) => at.speaks('rights'), true],
    ['as much as the others', (at) => each(2, at).speaks('rights', 2), true],
    ['just half as much again: 3 of 12 by six', (at) => at.speaks('rights', 3).speaks('ministry', 9), true],
    ['just more: 3 of 11 by six', (at) => at.speaks('rights', 3).speaks('ministry', 8), false],
    ['the chair’s words do not count', (at) => at.speaks('rights', 3).speaks('ministry', 8).speaks('chair', 20), false],
    ['nor do empty seats: 3 of 11 by four', (at) => at.leaves('banks', 'techcom').speaks('rights', 3).speaks('ministry', 8), true],
    ['a turn at the microphone counts without written words', (at) => at.turns('rights', 3).turns('ministry', 9), true],
    ['and once with them', (at) => at.turns('rights').speaks('rights'), true],
  ])('%s', (_, happened, expected) => expect(met(happened(table(fair)))).toEqual([expected]));
});

describe('a goal about others, or about oneself', () => {
  const together: Goal = { kind: 'relation', test: 'co-sponsored' };
  const moved: Goal = { kind: 'learning', test: 'moved-with-reason' };

  it.each<[string, Goal, (table: HandMade) => HandMade, boolean]>([
    ['an amendment of one’s own, seconded by another group', together, (at) => at.amends('rights', {}, ['banks']), true],
    ['seconded by one’s own group', together, (at) => at.amends('rights', {}, ['hospitals']), false],
    ['seconding one of another group', together, (at) => at.amends('ministry', {}, ['rights']), true],
    [
      'seconding one of one’s own group, which another group seconds too',
      together,
      (at) => at.amends('hospitals', {}, ['rights', 'banks']),
      true,
    ],
    ['alone', together, (at) => at.amends('rights', {}).amends('ministry', {}, ['banks']), false],
    ['another stance, with words', moved, (at) => at.stands('rights', 'object').stands('rights', 'live-with', true), true],
    ['another stance, without a word', moved, (at) => at.stands('rights', 'object').stands('rights', 'live-with'), false],
    ['the same stance, with words', moved, (at) => at.stands('rights', 'object').stands('rights', 'object', true), false],
    ['the first stance, with words', moved, (at) => at.stands('rights', 'object', true), false],
    ['on another clause', moved, (at) => at.stands('rights', 'object').stands('rights', 'support', true, 'safeguards'), false],
    ['somebody else', moved, (at) => at.stands('rights', 'object').stands('banks', 'support', true), false],
  ])('%s', (_, goal, happened, expected) => expect(met(happened(table(goal)))).toEqual([expected]));
});

describe('a score', () => {
  const three: Weighed = { kind: 'slot', slot: 'authority', options: ['court'], weight: 3 };
  const against: Weighed = { kind: 'slot', slot: 'authority', options: ['minister'], weight: 2 };
  const level: Weighed = { kind: 'level', clause: 'orders', weight: 2 };
  const answer: Weighed = { kind: 'objection', test: 'answered-one', weight: 4 };
  const scored = ({ state, scenario }: HandMade) => {
    const { achieved, attainable: most, percent } = score(state, 'rights', scenario);
    return [achieved, most, percent];
  };

  it.each<[string, HandMade, (number | null)[]]>([
    ['all of it', table(three, level).ends('agreement', COURT).finds('orders', 'consensus'), [5, 5, 100]],
    ['part of it, rounded down', table(three, level, level).ends('no-agreement', COURT).finds('orders', 'consensus'), [4, 7, 57]],
    ['goals that exclude each other are not both attainable', table(three, against).ends('agreement', COURT), [3, 3, 100]],
    ['the lesser of two is not all', table(three, against).ends('agreement', { authority: 'minister' }), [2, 3, 66]],
    ['what there was no occasion for counts neither way', table(three, answer).ends('agreement', COURT), [3, 3, 100]],
    ['with the occasion it counts', table(three, answer).objects('banks').ends('agreement', COURT), [3, 7, 42]],
    ['nothing to attain', table(), [0, 0, null]],
  ])('%s', (_, at, expected) => expect(scored(at)).toEqual(expected));

  it('is nobody’s where there is no such seat, and the chair has no result', () => {
    const { state, scenario } = table(three).ends('agreement', COURT);
    expect(score(state, 'nobody', scenario)).toEqual({ achieved: 0, attainable: 0, percent: null, goals: [], result: null });
    expect(score(state, 'chair', scenario).result).toBeNull();
  });

  it('names its goals with their weight and who may know them', () => {
    const { state, scenario } = table(three, answer);
    expect(score(state, 'rights', scenario).goals).toEqual([
      { key: 'g1', weight: 3, visibility: 'public', met: false },
      { key: 'g2', weight: 4, visibility: 'public', met: null },
    ]);
  });
});

describe('what is attainable', () => {
  const slots = sampleScenario().clauses.flatMap((clause) => clause.slots);
  const goal = fc.constantFrom(...slots).chain(({ key: slot, options }) =>
    fc.record({
      kind: fc.constantFrom('slot' as const, 'red-line' as const),
      slot: fc.constant(slot),
      options: fc.subarray(options, { minLength: 1 }),
      weight: fc.integer({ min: 1, max: 5 }),
    }),
  );

  it('is the most that any text brings, or having none', () => {
    fc.assert(
      fc.property(fc.array(goal, { maxLength: 6 }), (all) => {
        const scenario = aiming(...all);
        const outcomes = [...combinations(scenario)].map((terms) => new HandMade(scenario).ends('agreement', terms));
        const none = new HandMade(scenario).ends('no-agreement', {});
        const most = Math.max(...[...outcomes, none].map(({ state }) => score(state, 'rights', scenario).achieved));
        expect(attainable(goals(...all), scenario)).toBe(most);
      }),
      { seed: 7282, numRuns: 60 },
    );
  });

  it('counts a clause that may stay off the table', () => {
    const { clauses } = sampleScenario();
    const all = goals(
      { kind: 'red-line', slot: 'notice', options: ['secret', 'after', 'before'], weight: 3 },
      { kind: 'slot', slot: 'authority', options: ['court'], weight: 2 },
    );
    expect(attainable(all, { clauses })).toBe(3);
    expect(attainable(all, { clauses: clauses.map((clause) => ({ ...clause, tabled: clause.key === 'orders' })) })).toBe(5);
  });
});

describe('a result, against what a seat has without the others', () => {
  const script: RoleScript = {
    ...{ aspiration: 80, reservation: 35, concede: [], values: { authority: { court: 35, regulator: 34 } }, rules: [] },
    red: [{ slot: 'notice', options: ['secret'], objection: 'no-secrets' }],
  };
  const scenario = withRole(sampleScenario(), 'rights', { script });

  it.each([
    ['an agreement just at it', 'agreement', { authority: 'court', notice: 'after' }, 'agreed-above', true],
    ['an agreement just below', 'agreement', { authority: 'regulator', notice: 'after' }, 'agreed-below', false],
    ['an agreement over a red line', 'agreement', { authority: 'court', notice: 'secret' }, 'agreed-below', false],
    ['no agreement, and the text was below', 'no-agreement', { authority: 'regulator', notice: 'after' }, 'better-without', true],
    ['no agreement, and the text crossed a red line', 'no-agreement', { authority: 'court', notice: 'secret' }, 'better-without', true],
    ['no agreement, and the text was better than none', 'no-agreement', { authority: 'court', notice: 'after' }, 'worse-without', false],
  ] as const)('%s', (_, outcome, terms, expected, good) => {
    const { result } = score(new HandMade(scenario).ends(outcome, terms).state, 'rights', scenario);
    expect(result).toBe(expected);
    expect(isGood(result!)).toBe(good);
  });

  it('is open before the end', () => expect(score(new HandMade(scenario).state, 'rights', scenario).result).toBeNull());
});
