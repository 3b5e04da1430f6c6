import { threshold } from '../../../src/simulations/solo/mind';
import { sampleScenario, withRole } from '../sample-scenario';
import { movesOf, type Setting, tableAt, told } from './table';

const MIDDLE = { authority: 'regulator', duration: 'h24', notice: 'after', liability: 'state' };
/** only what stands in the scenario: what a seat says of itself is another matter */
const without =
  (...beginnings: string[]) =>
  (line: string) =>
    !beginnings.some((each) => line.startsWith(each));

describe('what a seat agrees to by now', () => {
  const script = { aspiration: 80, reservation: 45, concede: [0, 10, 25, 60], values: {}, red: [], rules: [] };
  it.each([
    [0, 80],
    [1, 80],
    [2, 70],
    [3, 55],
    [4, 45],
    [5, 45],
    [99, 45],
  ])('in round %i: %i', (round, expected) => {
    expect(threshold(script, round)).toBe(expected);
  });

  it('without steps it stays with what it hopes for', () => {
    expect(threshold({ ...script, concede: [] }, 3)).toBe(80);
  });
});

describe('where a seat stands', () => {
  it.each<[string, string, Setting, string[]]>([
    ['has what it hoped for', 'ministry', {}, ['set-stance orders support', 'set-stance safeguards support']],
    [
      'has enough, and in one clause less than its share',
      'ministry',
      { terms: MIDDLE, phase: 'third-round' },
      ['set-stance orders support', 'set-stance safeguards support'],
    ],
    [
      'has enough, but not where it counts',
      'ministry',
      { terms: { ...MIDDLE, authority: 'minister', notice: 'before' }, phase: 'third-round' },
      ['set-stance orders support', 'set-stance safeguards live-with'],
    ],
    [
      'has too little, and objects where it costs most',
      'banks',
      {},
      [
        'raise-objection safeguards interest payments-stop {"slot":"notice","options":["before"]}',
        'set-stance orders live-with',
        'set-stance safeguards object',
      ],
    ],
    [
      'keeps up its objection',
      'banks',
      { objections: [{ written: 'payments-stop', clause: 'safeguards' }] },
      ['set-stance orders live-with', 'set-stance safeguards object'],
    ],
    [
      'has too little and nothing left to say',
      'banks',
      { objections: [{ written: 'payments-stop', clause: 'safeguards', state: 'in-the-rough' }] },
      ['set-stance orders stand-aside', 'set-stance safeguards live-with'],
    ],
    [
      'sees its line crossed, whatever else there is in it',
      'ministry',
      { terms: { duration: 'ban' } },
      [
        'raise-objection orders interest no-ban {"slot":"duration","options":["none","h72","h24"]}',
        'set-stance orders object',
        'set-stance safeguards live-with',
      ],
    ],
    [
      'stands where it stood',
      'ministry',
      { stances: { orders: { ministry: 'support' }, safeguards: { ministry: 'live-with' } } },
      ['set-stance safeguards support'],
    ],
    [
      'stays with a ruling that it does not share',
      'ministry',
      {
        terms: { duration: 'ban' },
        objections: [{ role: 'ministry', written: 'no-ban', state: 'in-the-rough' }],
        stances: { orders: { ministry: 'object' } },
      },
      ['set-stance safeguards live-with'],
    ],
  ])('%s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).filter(without('amend', 'speak', 'send'))).toEqual(expected);
  });
});

describe('a rule about where it stands', () => {
  const stubborn = {
    key: 'apart',
    when: { path: 'round', op: 'eq' as const, value: 1 },
    do: { kind: 'stance' as const, stance: 'stand-aside' as const },
    priority: 1,
    once: 'table' as const,
  };
  const scenario = (role: string) => {
    const plain = sampleScenario();
    const { script } = plain.roles.find(({ key }) => key === role)!;
    return withRole(plain, role, { script: { ...script!, rules: [stubborn] } });
  };

  it.each([
    [
      'counts as long as its reason holds',
      'ministry',
      'first-round',
      ['set-stance orders stand-aside', 'set-stance safeguards stand-aside'],
    ],
    ['and no longer', 'ministry', 'second-round', ['set-stance orders support', 'set-stance safeguards support']],
    ['but never instead of an objection', 'hospitals', 'first-round', ['set-stance orders object', 'set-stance safeguards stand-aside']],
  ])('%s', (_, role, phase, expected) => {
    const steps = movesOf(role, tableAt({ scenario: scenario(role), phase }));
    expect(told(steps).filter((line) => line.startsWith('set-stance'))).toEqual(expected);
  });
});
