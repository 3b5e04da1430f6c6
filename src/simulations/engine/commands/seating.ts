/** Opening a table, sitting down at it, and being briefed. */
import { engineVersion } from '../initial';
import { CONSENTS } from '../consents';
import type { Happening } from '../events';
import { deadlineOf, phaseOf } from '../phases';
import { refuse, type Refused } from '../refusing';
import { unsayable } from '../words';
import { type CommandOf, find, isHeld, isOutside, roleOf, type Rules, type Table } from './rule';

type Names = 'open-table' | 'take-seat' | 'accept-contract' | 'acknowledge-brief' | 'set-consent' | 'note-position' | 'be-ready';

export const SEATING: Rules<Names> = {
  'open-table': { who: 'facilitator', decide: open },
  'take-seat': { who: 'newcomer', unbriefed: true, unless: tooLateToSit, decide: sitDown },
  'accept-contract': {
    who: 'seat',
    unbriefed: true,
    unless: ({ state, role }) => (state.seats[role]!.contract ? refuse('already-accepted') : null),
    decide: (_, { role }) => [{ type: 'contract-accepted', role }],
  },
  'acknowledge-brief': {
    who: 'seat',
    unbriefed: true,
    unless: ({ state, role }) => (state.seats[role]!.briefed ? refuse('already-accepted') : null),
    decide: (_, { role }) => [{ type: 'brief-acknowledged', role }],
  },
  'set-consent': {
    who: 'seat',
    unbriefed: true,
    decide: ({ purposes }, { state, role }) => {
      const wanted = CONSENTS.filter((purpose) => purposes.includes(purpose));
      if (!purposes.every((purpose) => (CONSENTS as readonly string[]).includes(purpose))) return refuse('nothing-here');
      if (wanted.join() === state.seats[role]!.consents.join()) return refuse('already-said');
      return [{ type: 'consent-set', role, purposes: wanted }];
    },
  },
  'note-position': {
    who: 'seat',
    decide: ({ words }, table) => unsayable(words, table) ?? [{ type: 'position-noted', role: table.role, words }],
  },
  'be-ready': {
    who: 'seat',
    unless: ({ state, role }) => (state.seats[role]!.ready === state.phase.number ? refuse('already-ready') : null),
    decide: (_, { role }) => [{ type: 'seat-ready', role }],
  },
};

function open(command: CommandOf<'open-table'>, { state, scenario, actor, at }: Table): Happening[] | Refused {
  const { mode, scenario: slug, hash, seed, until } = command;
  const first = scenario.phases[0]!;
  if (state.seq > 0) return refuse('already-open');
  if (typeof actor !== 'string') return refuse('facilitator-only');
  if ((scenario.engine as number) !== engineVersion) return refuse('written-for-another-engine', { engine: scenario.engine });
  if (!scenario.modes.includes(mode)) return refuse('mode-not-offered', { mode });
  return [
    { type: 'table-opened', mode, scenario: slug, hash, seed },
    { type: 'phase-entered', phase: first.key, number: 1, deadline: deadlineOf(first, mode, at, until) },
  ];
}

/** People take and leave their own seat before the talk; later, and for anybody else, the facilitator or the machine does it. */
function tooLateToSit(table: Table): Refused | null {
  const { kind } = phaseOf(table.state, table.scenario);
  return isOutside(table) || kind === 'prebrief' || kind === 'preparation' ? null : refuse('facilitator-only');
}

function sitDown({ role, holder }: CommandOf<'take-seat'>, table: Table): Happening[] | Refused {
  const { state } = table;
  const structure = roleOf(table, role);
  const seat = find(state.seats, role);
  if (!structure || !seat) return refuse('nothing-here');
  if (!isOutside(table) && (table.role !== role || holder.kind === 'script' || holder.kind === 'facilitator'))
    return refuse('facilitator-only');
  if (holder.kind === 'vacant') return isHeld(seat) ? [{ type: 'seat-taken', role, holder }] : refuse('nobody-there');
  if (isHeld(seat) && !isOutside(table)) return refuse('seat-taken', { role });
  if (holder.kind === seat.holder.kind && (holder.kind !== 'person' || holder.person === (seat.holder as typeof holder).person))
    return refuse('seat-taken', { role });
  if (holder.kind === 'script')
    return structure.script || structure.chair ? [{ type: 'seat-taken', role, holder }] : refuse('not-playable', { role });
  if (holder.kind === 'facilitator') return state.mode === 'solo' ? refuse('nothing-here') : [{ type: 'seat-taken', role, holder }];
  return refusesPerson(holder.person, role, table) ?? [{ type: 'seat-taken', role, holder }];
}

function refusesPerson(person: string, role: string, table: Table): Refused | null {
  const { state } = table;
  const elsewhere = Object.values(state.seats).find(({ holder }) => holder.kind === 'person' && holder.person === person);
  if (elsewhere) return refuse('already-at-the-table', { role: elsewhere.role });
  if (state.mode !== 'solo') return null;
  const taken = Object.values(state.seats).find((seat) => seat.holder.kind === 'person' && seat.role !== role);
  if (taken) return refuse('seat-taken', { role: taken.role });
  return roleOf(table, role)!.playable ? null : refuse('not-playable', { role });
}
