/** Who spoke, how much, and how evenly. */
import type { StakeholderGroup } from '../../content/scenario';
import type { TableEvent } from '../engine/events';
import { delegatesOf, percent, type Played } from './course';

export interface Participation {
  seats: SeatTalk[];
  /** in the order of their roles */
  groups: { group: StakeholderGroup; seats: number; turns: number; words: number; share: number | null }[];
  /** 0 when all had as many, towards 100 when one had them all; null when nobody spoke */
  unevenness: { turns: number | null; words: number | null };
  spoke: { seats: number; of: number; percent: number | null };
  /** turns for each seat of the group that had the fewest, in percent of the one that had the most */
  quietest: { group: StakeholderGroup; beside: StakeholderGroup; percent: number } | null;
  /** in the order in which they first spoke */
  first: string[];
}

interface Talk {
  role: string;
  turns: number;
  words: number;
  /** with the floor, in seconds; written statements take none */
  seconds: number;
  first: number | null;
}

type SeatTalk = Talk & { group: StakeholderGroup };

export function participation(played: Played): Participation {
  const talks = talksOf(played.events);
  const seats = delegatesOf(played).map(({ key, group }): SeatTalk => ({ ...(talks.get(key) ?? silence(key)), group }));
  const spoke = seats.filter(({ turns }) => turns > 0);
  return {
    seats,
    groups: groupsOf(seats),
    unevenness: { turns: gini(seats.map(({ turns }) => turns)), words: gini(seats.map(({ words }) => words)) },
    spoke: { seats: spoke.length, of: seats.length, percent: percent(spoke.length, seats.length) },
    quietest: quietestOf(groupsOf(seats)),
    first: [...spoke].sort((a, b) => a.first! - b.first!).map(({ role }) => role),
  };
}

/** The Gini coefficient in percent, rounded down: half the mean difference between any two, over the mean. Null where there is nothing to share. */
export function gini(shares: readonly number[]): number | null {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const apart = shares.reduce((sum, one) => sum + shares.reduce((inner, other) => inner + Math.abs(one - other), 0), 0);
  return percent(apart, 2 * shares.length * total);
}

function silence(role: string): Talk {
  return { role, turns: 0, words: 0, seconds: 0, first: null };
}

/** Having the floor is a turn, with a written word or without; where there is no floor, every statement is one. */
function talksOf(events: readonly TableEvent[]): Map<string, Talk> {
  const talks = new Map<string, Talk>();
  let floor: { role: string; since: number } | null = null;
  const add = (role: string, event: TableEvent, more: Partial<Pick<Talk, 'turns' | 'words' | 'seconds'>>) => {
    const talk = talks.get(role) ?? silence(role);
    const { turns = 0, words = 0, seconds = 0 } = more;
    const first = talk.first ?? event.seq;
    talks.set(role, { role, turns: talk.turns + turns, words: talk.words + words, seconds: talk.seconds + seconds, first });
  };
  for (const event of events) {
    if (event.type === 'floor-given') {
      floor = { role: event.role, since: event.at };
      add(event.role, event, { turns: 1 });
    } else if (event.type === 'floor-ended') {
      if (floor?.role === event.role) add(event.role, event, { seconds: Math.floor((event.at - floor.since) / 1000) });
      floor = null;
    } else if (event.type === 'statement-made') {
      add(event.role, event, { turns: floor?.role === event.role ? 0 : 1, words: event.length });
    } else if (event.type === 'phase-entered' || event.type === 'mode-switched') floor = null;
  }
  return talks;
}

function groupsOf(seats: readonly SeatTalk[]): Participation['groups'] {
  const all = seats.reduce((sum, { turns }) => sum + turns, 0);
  return [...new Set(seats.map(({ group }) => group))].map((group) => {
    const own = seats.filter((seat) => seat.group === group);
    const sum = (what: 'turns' | 'words') => own.reduce((total, seat) => total + seat[what], 0);
    return { group, seats: own.length, turns: sum('turns'), words: sum('words'), share: percent(sum('turns'), all) };
  });
}

function quietestOf(groups: Participation['groups']): Participation['quietest'] {
  const perSeat = [...groups].sort((a, b) => a.turns * b.seats - b.turns * a.seats);
  const [least, most] = [perSeat[0], perSeat.at(-1)];
  if (!least || !most || most.turns === 0) return null;
  return { group: least.group, beside: most.group, percent: percent(least.turns * most.seats, most.turns * least.seats)! };
}
