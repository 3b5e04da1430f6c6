/** A table as far as one viewer may know it. What is left out leaves no trace: no gap in a number, no later time, no longer list. */
import type { ScenarioStructure } from '../../content/scenario';
import { isChair, isHeld } from './commands/rule';
import type { TableEvent, Words } from './events';
import { openChannels } from './channels';
import { phaseOf, roundsEntered } from './phases';
import { isUnsettled } from './settled';
import { type Clause, type Message, type TableState, textOf } from './state';
import type { ClauseView, OwnSeat, SeatView, TableView } from './table-view';
import { maySee, type Viewer } from './viewer';

export function seen(
  state: TableState,
  events: readonly TableEvent[],
  viewer: Viewer,
  scenario: ScenarioStructure,
): Omit<TableView, 'can'> {
  const role = typeof viewer === 'string' ? null : viewer.seat;
  const messages = messagesFor(state, viewer, scenario);
  const sinceSeated = role === null ? 0 : (events.findLast((event) => event.type === 'seat-taken' && event.role === role)?.seq ?? 0);
  const known = events.filter((event) => isKnown(event, viewer, messages, state) && !isPredecessors(event, sinceSeated));
  const mayHear = (to: 'all' | readonly string[]) => maySee(viewer, to);
  return {
    mode: state.mode,
    at: known.at(-1)?.at ?? state.phase.since,
    phase: {
      ...state.phase,
      kind: phaseOf(state, scenario).kind,
      round: roundsEntered(state, scenario),
      rounds: scenario.phases.filter(({ kind }) => kind === 'round').length,
    },
    paused: state.paused !== null,
    mine: role !== null && Object.hasOwn(state.seats, role) ? own(state, role) : null,
    seats: scenario.roles.map(({ key }) => seat(state, key, scenario)),
    text: textOf(state),
    textNumber: state.textNumber,
    clauses: scenario.clauses.map(({ key }) => clauseSeen(state.clauses[key]!, state, scenario)),
    amendments: Object.values(state.amendments),
    packages: Object.values(state.packages),
    objections: Object.values(state.objections),
    statements: state.statements,
    messages,
    queue: state.floor.queue.map((waiting) => waiting.role),
    speaking: state.floor.speaking?.role ?? null,
    speakingSince: state.floor.speaking ? (events.findLast(({ type }) => type === 'floor-given')?.at ?? null) : null,
    speakingUntil: role !== null && role === state.floor.speaking?.role ? state.floor.speaking.until : null,
    hums: state.hums,
    hands: state.hands,
    calls: state.calls,
    injects: Object.entries(state.injects)
      .filter(([, { state: how, to }]) => how === 'released' && mayHear(to))
      .map(([key, { at }]) => ({ key, at })),
    nudges: state.nudges.filter(({ to }) => mayHear([to])).map(({ words, at }) => ({ words, at })),
    outcome: state.outcome,
    unsealed: state.unsealed,
    redacted: state.redacted.filter((ref) => isReadable(ref, state, viewer, messages)),
    events: known.map((event, index) => ({ number: index + 1, event: anonymous(event, index + 1, role) })),
    reasons: mayKnowReasons(state, viewer) ? state.reasons.map(({ role: who, move, why }) => ({ role: who, move, why })) : [],
  };
}

function own({ seats, phase, debriefed }: TableState, role: string): OwnSeat {
  const { contract, briefed, ready, consents, positions } = seats[role]!;
  return { role, contract, briefed, ready: ready === phase.number, consents, positions, debriefed: debriefed.includes(role) };
}

function seat({ seats, phase }: TableState, key: string, { roles }: ScenarioStructure): SeatView {
  const { holder, briefed, ready } = seats[key]!;
  const { group, chair } = roles.find((role) => role.key === key)!;
  const standsIn = holder.kind === 'person' && holder.standsIn === true;
  return { role: key, group, chair, holder: holder.kind, standsIn, briefed, ready: ready > 0 && ready === phase.number };
}

function clauseSeen(clause: Clause, state: TableState, scenario: ScenarioStructure): ClauseView {
  const { key, state: where, revision, terms, history, assessment, minority } = clause;
  const standing = scenario.roles.filter((role) => !isChair({ scenario }, role.key) && isHeld(state.seats[role.key]));
  const stances = standing.map(({ key: role }) => {
    const { stance = null, words = null } = clause.stances[role] ?? {};
    return { role, stance, words };
  });
  const unsettled = Object.values(state.objections).filter((one) => one.clause === key && isUnsettled(one, state.objections)).length;
  return { key, state: where, revision, terms, history, assessment, minority, stances, unsettled };
}

/** Those of one's own channels; after the unsealing, those of every channel that was opened. */
function messagesFor(state: TableState, viewer: Viewer, scenario: ScenarioStructure): Message[] {
  const opened = openChannels(state, scenario);
  return state.messages.filter(({ members }) => maySee(viewer, members) || opened.has(members.join(' ')));
}

function mayKnowReasons({ unsealed }: TableState, viewer: Viewer): boolean {
  return viewer === 'facilitator' || unsealed.includes('scripts');
}

function isKnown(event: TableEvent, viewer: Viewer, messages: readonly Message[], state: TableState): boolean {
  if (event.type === 'script-explained') return mayKnowReasons(state, viewer);
  if (event.type === 'message-sent' && !maySee(viewer, event.audience)) return messages.some((one) => isOf(one, event));
  return maySee(viewer, event.audience);
}

/** Notes are a person's own: who takes over a seat does not take over what somebody else thought. */
function isPredecessors({ type, seq }: TableEvent, sinceSeated: number): boolean {
  return type === 'position-noted' && seq < sinceSeated;
}

function isOf({ members }: Message, { audience }: TableEvent): boolean {
  return members.join(' ') === String([audience].flat().join(' '));
}

/** Strikings-out are known to those who could have read the text. */
function isReadable(ref: string, { texts }: TableState, viewer: Viewer, messages: readonly Message[]): boolean {
  const audience = texts.find((text) => text.ref === ref)?.audience ?? 'facilitator';
  return maySee(viewer, audience) || messages.some(({ words }) => nameOf(words) === ref);
}

function nameOf(words: Words): string | null {
  return 'ref' in words ? words.ref : null;
}

/** Numbered for the viewer, without the seed, without saying which account sits where, and how long the turn of somebody else may last. */
function anonymous(event: TableEvent, number: number, viewer: string | null): TableEvent {
  if (event.type === 'floor-given' && event.role !== viewer) return { ...event, seq: number, until: null };
  if (event.type === 'table-opened') return { ...event, seq: number, seed: '' };
  if (event.type === 'seat-taken' && event.holder.kind === 'person')
    return { ...event, seq: number, holder: { ...event.holder, person: '' } };
  return { ...event, seq: number };
}
