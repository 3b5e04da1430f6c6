/** Who speaks next: policies of the floor, each of which follows from who waits and who has had a turn. */
import { type FloorPolicy, type RoleStructure, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../../content/scenario';
import type { Longer } from './commands';
import type { Turn } from './state';

/** How long a turn lasts. */
const TURN = 120_000;
/** Of a round of turns at the microphones, those kept for people who are not in the room (NETmundial 2014: four microphones, two remote). */
export const REMOTE_TURNS = 2;

/** In milliseconds; as much longer as it is for whoever needs it. */
export function turnOf(role: string, longer: Longer): number {
  const percent = Object.hasOwn(longer, role) ? longer[role]! : 0;
  return Math.round((TURN * (100 + percent)) / 100);
}

export interface Floor {
  /** in the order in which they came */
  queue: readonly Turn[];
  turns: readonly Turn[];
}

/** Null when nobody waits, or when the policy leaves it to the chair. */
export function nextSpeaker(policy: FloorPolicy, floor: Floor, roles: readonly RoleStructure[]): string | null {
  if (policy === 'chair-picks') return null;
  if (policy === 'fifo') return floor.queue[0]?.role ?? null;
  const groupOf = (role: string) => roles.find(({ key }) => key === role)!.group;
  return (policy === 'rotate-groups' ? rotating(floor, groupOf) : withRemote(floor, groupOf))?.role ?? null;
}

type GroupOf = (role: string) => StakeholderGroup;

/** The group whose last turn is longest ago; within it whoever has had the fewest turns, then whoever came first. */
function rotating({ queue, turns }: Floor, groupOf: GroupOf): Turn | null {
  const lastTurn = (group: StakeholderGroup) => turns.findLastIndex(({ role }) => groupOf(role) === group);
  const waiting = STAKEHOLDER_GROUPS.filter((group) => queue.some(({ role }) => groupOf(role) === group));
  const group = least(waiting, lastTurn);
  const had = (role: string) => turns.filter((turn) => turn.role === role).length;
  const inGroup = queue.filter(({ role }) => groupOf(role) === group);
  return least(inGroup, ({ role }) => had(role));
}

/** In each round of turns one for every group in the room, then those for people who are not. */
function withRemote({ queue, turns }: Floor, groupOf: GroupOf): Turn | null {
  const { served, remote } = presentRound(turns, groupOf);
  const inRoom = queue.filter((turn) => !turn.remote && !served.has(groupOf(turn.role)));
  const away = queue.filter((turn) => turn.remote);
  if (inRoom.length) return rotating({ queue: inRoom, turns }, groupOf);
  if (away.length && remote < REMOTE_TURNS) return away[0]!;
  const room = queue.filter((turn) => !turn.remote);
  return rotating({ queue: room.length ? room : away, turns }, groupOf);
}

function presentRound(turns: readonly Turn[], groupOf: GroupOf): { served: Set<StakeholderGroup>; remote: number } {
  let round = { served: new Set<StakeholderGroup>(), remote: 0 };
  for (const turn of turns) {
    const fits = turn.remote ? round.remote < REMOTE_TURNS : !round.served.has(groupOf(turn.role));
    if (!fits) round = { served: new Set(), remote: 0 };
    if (turn.remote) round.remote++;
    else round.served.add(groupOf(turn.role));
  }
  return round;
}

/** The first of those with the smallest number. */
function least<T>(list: readonly T[], number: (item: T) => number): T | null {
  return list.reduce<T | null>((best, item) => (best === null || number(item) < number(best) ? item : best), null);
}
