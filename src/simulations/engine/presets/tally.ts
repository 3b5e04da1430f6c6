/** What is known of a clause when somebody asks how far the room is: who stands where, and which objections are settled. */
import { STAKEHOLDER_GROUPS } from '../../../content/scenario';
import type { StakeholderGroup, Stance } from '../../../content/scenario';
import type { Level } from '../events';
import type { Objection } from '../state';
import { BASE_GROUPS, BASE_SEATS, QUORUM_PERCENT } from './parameters';

export interface Assessed {
  clause: string;
  /** those who may answer: taken, and not the chair's; null for a seat that has not said */
  seats: { role: string; group: StakeholderGroup; stance: Stance | null }[];
  /** to the clause, whatever their state */
  objections: Pick<Objection, 'id' | 'state' | 'of'>[];
  /** how often the clause has been read to the room */
  readings: number;
  callClosed: boolean;
}

// An alias, because an interface is no record of numbers, and reasons are told in such.
export type Counts = {
  eligible: number;
  support: number;
  liveWith: number;
  standAside: number;
  object: number;
  unstated: number;
  /** support or live with it; standing aside and silence are never agreement */
  agree: number;
  /** agree or object */
  decided: number;
  /** said anything at all */
  answered: number;
};

export interface Tally extends Counts {
  counts: Counts;
  /** fewer than half have answered */
  quiet: boolean;
  /** enough active support, from more than one group */
  base: boolean;
  /** groups of which somebody objects and nobody agrees */
  against: StakeholderGroup[];
  /** objections by what they come to; a duplicate is what it repeats */
  open: number;
  upheld: number;
  inTheRough: number;
  governments: { support: number };
  readings: number;
  callClosed: boolean;
}

/** `reason` is the key of a phrase, `details` the figures in it. */
export interface Judgement {
  level: Level;
  why: { reason: string; details: Record<string, number> };
}

export interface Preset {
  judge: (tally: Tally) => Judgement;
  /** from the least agreed to the most; what stands in one row is not more agreed than its neighbours */
  ranks: Level[][];
  /** the least that counts as agreement */
  agreed: Level;
}

export function tally({ seats, objections, readings, callClosed }: Assessed): Tally {
  const counts = counted(seats.map(({ stance }) => stance));
  const supporters = seats.filter(({ stance }) => stance === 'support');
  const groups = new Set(supporters.map(({ group }) => group));
  const ends = objections.map((objection) => comesTo(objection, objections));
  const are = (...states: Objection['state'][]) => ends.filter((state) => states.includes(state)).length;
  return {
    ...counts,
    counts,
    quiet: counts.answered * 100 < counts.eligible * QUORUM_PERCENT,
    base: supporters.length >= BASE_SEATS && groups.size >= BASE_GROUPS,
    against: STAKEHOLDER_GROUPS.filter((group) => isAgainst(seats.filter((seat) => seat.group === group))),
    open: are('open', 'answered'),
    upheld: are('upheld'),
    inTheRough: are('in-the-rough'),
    governments: { support: supporters.filter(({ group }) => group === 'government').length },
    readings,
    callClosed,
  };
}

function counted(stances: (Stance | null)[]): Counts {
  const of = (wanted: Stance | null) => stances.filter((stance) => stance === wanted).length;
  const [support, liveWith, standAside, object, unstated] = [of('support'), of('live-with'), of('stand-aside'), of('object'), of(null)];
  const agree = support + liveWith;
  const [decided, answered] = [agree + object, agree + standAside + object];
  return { eligible: stances.length, support, liveWith, standAside, object, unstated, agree, decided, answered };
}

function isAgainst(group: Assessed['seats']): boolean {
  return group.some(({ stance }) => stance === 'object') && !group.some(({ stance }) => stance === 'support' || stance === 'live-with');
}

/** A duplicate has the state of what it repeats. One that repeats nothing, or itself in a circle, is open: nobody has dealt with it. */
export function comesTo(objection: Assessed['objections'][number], all: Assessed['objections']): Objection['state'] {
  const seen = new Set<string>();
  const find = (wanted: string | null) => all.find(({ id }) => id === wanted);
  let at: ReturnType<typeof find> = objection;
  while (at?.state === 'duplicate') {
    if (seen.has(at.id)) return 'open';
    seen.add(at.id);
    at = find(at.of);
  }
  return at?.state ?? 'open';
}
