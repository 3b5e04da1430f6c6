/** Who gets which seat at the tables of a cohort: as many tables as there are, the same number of people at each, and everything by a seed. */
import type { RoleStructure, StakeholderGroup } from '../../content/scenario';
import { seeded, shuffled } from '../../kernel/random';
import { matching } from './matching';

/** Somebody plays, or only looks on. */
export const PARTS = ['play', 'look-on'] as const;
export type Part = (typeof PARTS)[number];

export interface Candidate {
  id: string;
  part: Part;
  /** seats they would like, the best first */
  wishes: readonly string[];
  /** the stakeholder group that they come from; null when they have not said */
  ownGroup: StakeholderGroup | null;
}

export interface Cast {
  id: string;
  /** the number of the table, from 0 */
  table: number;
  /** '' looks on */
  role: string;
  /** looks on because the table is full, and takes a seat when one is free */
  standsBy: boolean;
}

export interface CastRules {
  /** by what people would like, or by chance alone */
  by: 'wish' | 'chance';
  /** not into one's own group, where it can be helped */
  notOwn: boolean;
  seed: string;
}

type Role = Pick<RoleStructure, 'key' | 'group' | 'seats' | 'chair'>;
interface Place {
  role: Role;
  /** how many sit there before */
  layer: number;
}

/** What a place costs: first everybody has a seat alone, then nobody sits in their own group, then there is a chair, then people get what they would like, then chance. */
const COST = {
  shared: 100_000_000,
  own: 1_000_000,
  chair: 500_000,
  unwished: 50_000,
  crowd: 30_000,
  scripted: 15_000,
  rank: 10_000,
  chance: 100,
};
/** From so many people on, one of them is the chair; fewer are better off with a chair who follows the procedure. */
const CHAIR_FROM = 4;

/** Who is in turn is in the order of the candidates' ids, so that the order in which a database lists them changes nothing. */
export function cast(people: readonly Candidate[], tables: number, roles: readonly Role[], rules: CastRules): Cast[] {
  const inTurn = shuffled(
    [...people].sort((a, b) => (a.id < b.id ? -1 : 1)),
    rules.seed,
  );
  const players = dealt(inTurn.filter(({ part }) => part === 'play').sort(byGroup(rules)), tables);
  const onlookers = inTurn
    .filter(({ part }) => part === 'look-on')
    .map(({ id }, i) => ({ id, table: i % tables, role: '', standsBy: false }));
  return [...players.flatMap((at, table) => seated(at, table, roles, rules)), ...onlookers];
}

/** People of one group, and those who would like the same seat, are dealt to different tables. */
function byGroup({ by }: CastRules) {
  const key = ({ ownGroup, wishes }: Candidate) => `${ownGroup ?? '~'} ${by === 'wish' ? (wishes[0] ?? '~') : ''}`;
  return (a: Candidate, b: Candidate) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

function dealt(people: readonly Candidate[], tables: number): Candidate[][] {
  return Array.from({ length: tables }, (_, table) => people.filter((_person, i) => i % tables === table));
}

function seated(people: readonly Candidate[], table: number, roles: readonly Role[], rules: CastRules): Cast[] {
  const most = Math.max(...roles.map(({ seats }) => seats.max));
  const places: Place[] = [];
  for (let layer = 0; layer < most && places.length < people.length; layer++)
    places.push(...roles.filter(({ seats }) => seats.max > layer).map((role) => ({ role, layer })));
  const [playing, more] = [people.slice(0, places.length), people.slice(places.length)];
  const chance = seeded(`${rules.seed} ${table}`);
  const costs = playing.map((one) => places.map((place) => cost(one, place, people.length, rules) + Math.floor(chance() * COST.chance)));
  const found = playing.length ? matching(costs) : [];
  return [
    ...playing.map(({ id }, i) => ({ id, table, role: places[found[i]!]!.role.key, standsBy: false })),
    ...more.map(({ id }) => ({ id, table, role: '', standsBy: true })),
  ];
}

function cost({ ownGroup, wishes }: Candidate, { role, layer }: Place, people: number, { by, notOwn }: Omit<CastRules, 'seed'>): number {
  const own = notOwn && ownGroup === role.group ? COST.own : 0;
  const rank = wishes.indexOf(role.key);
  const wish = by === 'chance' || wishes.length === 0 ? 0 : rank < 0 ? COST.unwished : rank * COST.rank;
  const chair = role.chair === people >= CHAIR_FROM ? 0 : role.chair || layer === 0 ? COST.chair : 0;
  return layer * COST.shared + own + wish + chair;
}

/** A table that is going on, as somebody who comes late finds it. */
export interface Running {
  /** how many people share each seat, by role */
  people: Readonly<Record<string, number>>;
  /** seats that nobody and nothing plays */
  vacant: readonly string[];
  /** whether a seat can still be taken */
  open: boolean;
}

/** The best seat for somebody who comes late: at the table with the fewest people, one that is empty before one that a script plays, before one to share. */
export function seatForOne(
  one: Candidate,
  tables: readonly Running[],
  roles: readonly Role[],
  notOwn: boolean,
): Pick<Cast, 'table' | 'role' | 'standsBy'> {
  const at = tables.map(({ people }) => Object.values(people).reduce((sum, count) => sum + count, 0));
  const order = tables.map((_, table) => table).sort((a, b) => at[a]! - at[b]! || a - b);
  const looksOn = { table: order.find((table) => tables[table]!.open) ?? order[0]!, role: '' };
  if (one.part === 'look-on') return { ...looksOn, standsBy: false };
  const free = order
    .filter((table) => tables[table]!.open)
    .flatMap((table) =>
      roles
        .map((role) => ({ table, role, layer: tables[table]!.people[role.key] ?? 0 }))
        .filter(({ role, layer }) => layer < role.seats.max),
    )
    .map((place) => {
      const played = tables[place.table]!.vacant.includes(place.role.key) || place.layer ? 0 : COST.scripted;
      return { ...place, cost: cost(one, place, 0, { by: 'wish', notOwn }) + played + at[place.table]! * COST.crowd };
    });
  const [best] = free.sort((a, b) => a.cost - b.cost);
  return best ? { table: best.table, role: best.role.key, standsBy: false } : { ...looksOn, standsBy: true };
}
