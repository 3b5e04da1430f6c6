import { type GettingOn, longestRun, needs, quietUntil, USUAL_RULES } from '../../../src/oversight/today/needs';

const NOW = new Date('2027-03-10T09:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const tried = (passed: boolean, step = 'quiz') => ({ module: 'rough-consensus', step, passed });

const person = (more: Partial<GettingOn>): GettingOn => ({
  complete: false,
  joinedAt: ago(9),
  startsOn: '2027-03-01',
  zone: 'Africa/Nairobi',
  openSince: new Date('2027-02-28T21:00:00Z'),
  lastAt: ago(1),
  tries: [],
  wrongInARow: 0,
  ...more,
});

describe('who needs the team', () => {
  it.each<[string, Partial<GettingOn>, string[]]>([
    ['somebody who was here yesterday', {}, []],
    ['not begun nine days after the start', { lastAt: null }, ['not-started 9']],
    ['not begun, and joined two days ago', { lastAt: null, joinedAt: ago(2) }, []],
    ['not begun, and joined three days ago', { lastAt: null, joinedAt: ago(3) }, ['not-started 3']],
    ['joined long before the start, which was two days ago', { lastAt: null, joinedAt: ago(40), startsOn: '2027-03-08' }, []],
    ['silent for six days and 23 hours', { lastAt: new Date(ago(7).getTime() + 3_600_000) }, []],
    ['silent for seven days to the minute', { lastAt: ago(7) }, ['silent 7']],
    ['failed once', { tries: [tried(false)] }, []],
    ['failed twice', { tries: [tried(false), tried(false)] }, ['failed 2 quiz']],
    ['failed twice, then passed', { tries: [tried(false), tried(false), tried(true)] }, []],
    ['passed, then failed twice to do better', { tries: [tried(true), tried(false), tried(false)] }, []],
    ['failed two quizzes once each', { tries: [tried(false), tried(false, 'other')] }, []],
    ['four wrong in a row', { tries: [tried(false)], wrongInARow: 4 }, ['wrong-in-a-row 4 quiz']],
    ['three wrong in a row', { tries: [tried(false)], wrongInARow: 3 }, []],
    ['four wrong in a row in a try that passed', { tries: [tried(true)], wrongInARow: 4 }, []],
    ['four wrong in a row and no try', { wrongInARow: 4 }, []],
    [
      'everything at once: the strongest first',
      { lastAt: ago(8), tries: [tried(false), tried(false)], wrongInARow: 5 },
      ['failed 2 quiz', 'wrong-in-a-row 5 quiz', 'silent 8'],
    ],
    ['nothing is open: not begun, silent, failed', { openSince: null, lastAt: ago(30), tries: [tried(false), tried(false)] }, []],
    ['nothing is open, and nothing was done yet', { openSince: null, lastAt: null }, []],
    ['not begun, and the first module opened two days ago', { lastAt: null, openSince: ago(2) }, []],
    ['not begun, and the first module opened three days ago', { lastAt: null, openSince: ago(3) }, ['not-started 3']],
    ['silent for ten days, and something opened six days ago', { lastAt: ago(10), openSince: ago(6) }, []],
    ['silent for ten days, and something opened seven days ago', { lastAt: ago(10), openSince: ago(7) }, ['silent 7']],
    ['whoever has finished', { complete: true, lastAt: ago(30), tries: [tried(false), tried(false)] }, []],
  ])('%s', (_, more, found) => {
    const said = needs(person(more), NOW, USUAL_RULES).map(({ kind, count, step }) => [kind, count, step?.step].filter(Boolean).join(' '));
    expect(said).toEqual(found);
  });

  it('follows the rules of the cohort', () => {
    const silent = person({ lastAt: ago(4) });
    expect(needs(silent, NOW, USUAL_RULES)).toEqual([]);
    expect(needs(silent, NOW, { ...USUAL_RULES, silentDays: 4 })).toHaveLength(1);
  });

  it('counts days as the calendar of the cohort does', () => {
    const late = { lastAt: null, joinedAt: new Date('2027-03-07T22:30:00Z') }; // the 8th in Nairobi, the 7th in Lima
    expect(needs(person({ ...late, zone: 'Africa/Nairobi' }), NOW, USUAL_RULES)).toEqual([]);
    expect(needs(person({ ...late, zone: 'America/Lima' }), NOW, USUAL_RULES)).toHaveLength(1);
  });
});

describe('a run of wrong answers', () => {
  it.each([
    ['nothing', '', 0],
    ['all right', 'rrr', 0],
    ['three, then a right one, then two', 'wwwrww', 3],
    ['a question left out ends it', 'wwuww', 2],
    ['partly right ends it', 'wwpwww', 3],
  ])('%s', (_, letters, longest) => {
    const outcomes = { r: 'right', w: 'wrong', p: 'partly', u: 'unanswered' } as const;
    expect(longestRun([...letters].map((letter) => outcomes[letter as 'r']))).toBe(longest);
  });
});

describe('seventy-two hours', () => {
  it.each([
    ['nobody has written', null, false],
    ['written 71 hours ago', 71, true],
    ['written 72 hours ago', 72, false],
  ])('%s', (_, hours, quiet) => {
    const last = hours === null ? null : new Date(NOW.getTime() - hours * 3_600_000);
    expect(quietUntil(last, NOW) !== null).toBe(quiet);
  });
});
