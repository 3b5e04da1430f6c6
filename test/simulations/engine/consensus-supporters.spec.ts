import { CONSENSUS_PRESETS, type StakeholderGroup } from '../../../src/content/scenario';
import { agreeing, assess, rank } from '../../../src/simulations/engine/consensus';
import { objections, room, type Seats, seats, type Where } from './room';

type Kind = [StakeholderGroup, Where];
/** How many seats of each kind. */
type Split = number[];
interface Circumstances {
  against: ReturnType<typeof objections>;
  readings: number;
  closed: boolean;
}

const [LAW, FIRM, NGO] = ['government', 'business', 'civil-society'] as const;
const WHERE: Where[] = ['support', 'live-with', 'stand-aside', 'object', 'silent'];
const of = (groups: StakeholderGroup[], wheres: Where[]): Kind[] => groups.flatMap((group) => wheres.map((where): Kind => [group, where]));

/** Every way in which up to so many seats can stand. */
function* splits(kinds: number, most: number): Generator<Split> {
  if (kinds === 0) return yield [];
  for (let count = 0; count <= most; count++) for (const rest of splits(kinds - 1, most - count)) yield [count, ...rest];
}

/** The same room with one supporter more: somebody who changes to support, or a new seat. */
function withSupporter(split: Split, kinds: Kind[]): Split[] {
  return kinds.flatMap(([group, where], to) => {
    if (where !== 'support') return [];
    const changes = kinds.flatMap(([its], from) => (its === group && from !== to && split[from]! > 0 ? [from] : []));
    return [-1, ...changes].map((from) => split.map((count, at) => count + Number(at === to) - Number(at === from)));
  });
}

const taken = (split: Split, kinds: Kind[]): Seats => kinds.flatMap(([group, where], at) => seats(split[at]!, group, where));

const CALL: Circumstances = { against: [], readings: 2, closed: true };
const ALL = [
  CALL,
  { ...CALL, readings: 1, closed: false },
  { ...CALL, against: objections('in-the-rough', 'accommodated') },
  { ...CALL, against: objections('open') },
];
const ROOMS: [string, Kind[], number, Circumstances[]][] = [
  ['up to 5 seats of two groups', of([LAW, FIRM], WHERE), 5, ALL],
  ['up to 3 seats of three groups', of([LAW, FIRM, NGO], WHERE), 3, ALL],
  ['up to 11 seats, where a small minority grows', of([LAW, NGO], ['support', 'live-with', 'object']).slice(0, 5), 11, [CALL]],
];

describe('one supporter more never makes a room agree less', () => {
  it.each(ROOMS)('in rooms of %s', (name, kinds, most, circumstances) => {
    const all = [...splits(kinds.length, most)];
    const place = new Map(all.map((split, at) => [split.join(), at]));
    const rooms = all.map((split) => taken(split, kinds));
    // A room too large to be listed is not compared.
    const better = all.map((split) => withSupporter(split, kinds).flatMap((next) => place.get(next.join()) ?? []));
    const worse: string[] = [];
    let steps = 0;
    for (const preset of CONSENSUS_PRESETS)
      for (const { against, readings, closed } of circumstances) {
        const levels = rooms.map((present) => assess(room(present, against, readings, closed), preset).level);
        const ranks = levels.map((level) => rank(level, preset));
        const agreed = levels.map((level) => agreeing(level, preset));
        for (const [before, nexts] of better.entries())
          for (const after of nexts) {
            steps++;
            const fell = ranks[after]! < ranks[before]! || (agreed[before] && !agreed[after]);
            if (fell || ranks[before]! < 0) worse.push(`${preset}: ${all[before]} ${levels[before]} -> ${all[after]} ${levels[after]}`);
          }
      }
    process.stdout.write(`consensus: ${name}: ${all.length} splits, ${steps} supporters more, ${worse.length} agree less\n`);
    expect(worse.slice(0, 5)).toEqual([]);
    expect(all.length).toBeGreaterThan(800);
  });
});
