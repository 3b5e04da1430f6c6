import { type StakeholderGroup, STAKEHOLDER_GROUPS } from '../../../src/content/scenario';
import { type Candidate, cast, seatForOne } from '../../../src/simulations/setting/cast';

/** Eight seats: each group has one, two have another, and the chair. Every delegation may have two people. */
const ROLES = [
  ...STAKEHOLDER_GROUPS.map((group) => ({ key: group as string, group, chair: false, seats: { min: 1, max: 2 } })),
  { key: 'university', group: 'academia' as const, chair: false, seats: { min: 1, max: 2 } },
  { key: 'chair', group: 'intergovernmental' as const, chair: true, seats: { min: 1, max: 1 } },
];
const SEATS = 15;

const person = (id: number, more: Partial<Candidate> = {}): Candidate => ({
  id: `e${id}`,
  part: 'play',
  wishes: [],
  ownGroup: null,
  ...more,
});
const people = (count: number, more: (id: number) => Partial<Candidate> = () => ({})) =>
  Array.from({ length: count }, (_, id) => person(id, more(id)));
const RULES = { by: 'chance', notOwn: true, seed: 'a' } as const;
const groupOf = (role: string): StakeholderGroup | undefined => ROLES.find(({ key }) => key === role)?.group;

describe('casting people into seats', () => {
  it('gives everybody a place once, and the tables as many people as each other', () => {
    for (const [count, tables] of [
      [24, 3],
      [23, 3],
      [7, 1],
      [40, 4],
      [1, 1],
    ] as const) {
      const placed = cast(people(count), tables, ROLES, RULES);
      expect(placed.map(({ id }) => id).sort()).toEqual(
        people(count)
          .map(({ id }) => id)
          .sort(),
      );
      const sizes = Array.from({ length: tables }, (_, table) => placed.filter((one) => one.table === table).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  it('lets people share a seat only when every seat has somebody, and never more than fit', () => {
    const shared = (count: number) => {
      const roles = cast(people(count), 1, ROLES, RULES).map(({ role }) => role);
      return ROLES.map(({ key }) => roles.filter((role) => role === key).length);
    };
    expect(Math.max(...shared(8))).toBe(1);
    expect(Math.min(...shared(9))).toBe(1);
    expect(shared(SEATS)).toEqual(ROLES.map(({ seats }) => seats.max));
  });

  it('has those stand by for whom there is no seat, and those look on who want to', () => {
    const placed = cast([...people(SEATS + 2), person(90, { part: 'look-on' })], 1, ROLES, RULES);
    expect(placed.filter(({ standsBy }) => standsBy).map(({ role }) => role)).toEqual(['', '']);
    expect(placed.find(({ id }) => id === 'e90')).toEqual({ id: 'e90', table: 0, role: '', standsBy: false });
  });

  it('follows from the seed alone, in whatever order people are listed', () => {
    const all = people(16);
    const [one, same, other] = [
      cast(all, 2, ROLES, RULES),
      cast([...all].reverse(), 2, ROLES, RULES),
      cast(all, 2, ROLES, { ...RULES, seed: 'b' }),
    ];
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('puts nobody into their own group, however many there are of each', () => {
    let placed = 0;
    for (let seed = 0; seed < 60; seed++) {
      const all = people(16, (id) => ({ ownGroup: STAKEHOLDER_GROUPS[(id + seed) % 6]! }));
      for (const { id, role } of cast(all, 2, ROLES, { ...RULES, seed: String(seed) })) {
        expect(groupOf(role)).not.toBe(all.find((one) => one.id === id)!.ownGroup);
        placed++;
      }
    }
    console.log(`cast: ${placed} people placed by 60 seeds, 0 in their own group`);
  });

  it('gives them their own group rather than no seat, when nothing else is left', () => {
    const all = people(8, () => ({ ownGroup: 'academia' }));
    const own = cast(all, 1, ROLES, RULES).filter(({ role }) => groupOf(role) === 'academia');
    expect(own).toHaveLength(2); // two seats of that group, and eight people for eight seats
  });

  it('gives a first wish to whoever is alone with it, and a later one to those who share it', () => {
    const all = people(8, (id) => ({ wishes: id < 2 ? ['university', 'technical'] : id === 2 ? ['business'] : [] }));
    const placed = cast(all, 1, ROLES, { ...RULES, by: 'wish' });
    const roleOf = (id: string) => placed.find((one) => one.id === id)!.role;
    expect([roleOf('e0'), roleOf('e1')].sort()).toEqual(['technical', 'university']);
    expect(roleOf('e2')).toBe('business');
  });

  it('asks for no wishes where chance decides', () => {
    const wishing = cast(
      people(8, () => ({ wishes: ['university'] })),
      1,
      ROLES,
      RULES,
    );
    expect(wishing).toEqual(cast(people(8), 1, ROLES, RULES));
  });

  it('has a person in the chair from four people on', () => {
    const chaired = [1, 2, 3, 4, 5, 8].filter((count) => cast(people(count), 1, ROLES, RULES).some(({ role }) => role === 'chair'));
    expect(chaired).toEqual([4, 5, 8]);
  });
});

describe('seating somebody who comes late', () => {
  const full = Object.fromEntries(ROLES.map(({ key, seats }) => [key, seats.max]));
  const table = (more: object = {}) => ({ people: {}, vacant: [] as string[], open: true, ...more });

  it('takes the table with the fewest people, and an empty seat before one that a script plays', () => {
    const found = seatForOne(person(1), [table({ people: { business: 1 } }), table({ vacant: ['technical'] })], ROLES, true);
    expect(found).toEqual({ table: 1, role: 'technical', standsBy: false });
  });

  it('shares a seat when all are taken, and stands by when they are full', () => {
    const taken = Object.fromEntries(ROLES.map(({ key }) => [key, 1]));
    const shared = seatForOne(person(1), [table({ people: taken })], ROLES, true);
    expect([shared.table, shared.standsBy, shared.role === 'chair']).toEqual([0, false, false]);
    expect(seatForOne(person(1), [table({ people: full })], ROLES, true)).toEqual({ table: 0, role: '', standsBy: true });
  });

  it('is not into their own group, and not at a table that has decided', () => {
    const own = person(1, { ownGroup: 'technical' });
    const found = seatForOne(own, [table({ open: false }), table({ vacant: ['technical'], people: { university: 1 } })], ROLES, true);
    expect(found.table).toBe(1);
    expect(groupOf(found.role)).not.toBe('technical');
  });

  it('is not a seat for somebody who only wants to look on', () => {
    expect(seatForOne(person(1, { part: 'look-on' }), [table()], ROLES, true)).toEqual({ table: 0, role: '', standsBy: false });
  });
});
