/** A table before its first event: the seats empty, the text as the scenario's author left it. */
import type { ClauseStructure, ScenarioStructure } from '../../content/scenario';
import type { Clause, Seat, TableState } from './state';

/** Whose rules these are. A scenario says for which ones it was written; logs of older ones still replay. */
export const engineVersion = 1;

export function initial(scenario: ScenarioStructure): TableState {
  return {
    seq: 0,
    at: 0,
    mode: 'live',
    scenario: '',
    hash: '',
    seed: '',
    phase: { key: scenario.phases[0]?.key ?? '', number: 0, since: 0, deadline: null },
    entered: [],
    paused: null,
    seats: Object.fromEntries(scenario.roles.map(({ key }) => [key, emptySeat(key)])),
    clauses: Object.fromEntries(scenario.clauses.map((clause) => [clause.key, firstDraft(clause)])),
    textNumber: 1,
    amendments: {},
    packages: {},
    objections: {},
    statements: [],
    messages: [],
    floor: { queue: [], speaking: null, turns: [] },
    hums: {},
    hands: {},
    calls: [],
    injects: {},
    nudges: [],
    annotations: [],
    outcome: null,
    unsealed: [],
    texts: [],
    redacted: [],
    reasons: [],
    debriefed: [],
  };
}

export function emptySeat(role: string): Seat {
  return { role, holder: { kind: 'vacant' }, contract: false, briefed: false, ready: 0, consents: [], positions: [] };
}

function firstDraft({ key, tabled, slots }: ClauseStructure): Clause {
  const terms = Object.fromEntries(slots.map((slot) => [slot.key, slot.start]));
  return {
    key,
    state: tabled ? 'tabled' : 'held',
    revision: 1,
    terms,
    tabledIn: tabled ? 0 : null,
    stances: {},
    stanceHistory: [],
    history: [{ revision: 1, terms, by: '', at: 0, class: 'substantive' }],
    assessment: null,
    minority: [],
  };
}
