/** A table in the middle of things, for tests of single moves: nobody has moved yet but as the test says. */
import type { ScenarioStructure, Terms } from '../../../src/content/scenario';
import { fold } from '../../../src/simulations/engine/evolve';
import { isRefused } from '../../../src/simulations/engine/refusing';
import type { Amendment, Objection, PackageOffer, TableState } from '../../../src/simulations/engine/state';
import { carriedOut, type Log } from '../../../src/simulations/solo/log';
import { mindOf } from '../../../src/simulations/solo/mind';
import { type Memory, move } from '../../../src/simulations/solo/move';
import { open } from '../../../src/simulations/solo/open';
import { firedBy } from '../../../src/simulations/solo/rules';
import { sight } from '../../../src/simulations/solo/sight';
import type { Step } from '../../../src/simulations/solo/step';
import { sampleScenario } from '../sample-scenario';

export interface Setting {
  scenario?: ScenarioStructure;
  person?: string;
  phase?: string;
  terms?: Terms;
  objections?: Partial<Objection>[];
  amendments?: Partial<Amendment>[];
  packages?: Partial<PackageOffer>[];
  /** stances of one seat, by clause */
  stances?: Record<string, Record<string, 'support' | 'live-with' | 'stand-aside' | 'object'>>;
  change?: (state: TableState) => TableState;
}

export function tableAt({ scenario = sampleScenario(), person = 'operators', phase = 'first-round', ...setting }: Setting = {}): Log {
  const opened = open({ scenario, slug: 'sample', hash: 'f00d' }, 'seed', person, 'ada', 0);
  if (isRefused(opened)) throw new Error(opened.refused.reason);
  let log: Log = { scenario, events: opened.events, state: fold(opened.events, scenario) };
  log = carriedOut(carriedOut(log, { do: 'accept-contract' }, { seat: person }, 1), { do: 'acknowledge-brief' }, { seat: person }, 1);
  for (const { key } of scenario.phases.slice(1, scenario.phases.findIndex((each) => each.key === phase) + 1))
    log = carriedOut(log, { do: 'enter-phase', phase: key, expectPhase: log.state.phase.number }, 'machine', 2);
  return { ...log, state: (setting.change ?? ((state) => state))(arranged(log.state, setting)) };
}

function arranged(state: TableState, { terms = {}, objections = [], amendments = [], packages = [], stances = {} }: Setting): TableState {
  const clauses = Object.entries(state.clauses).map(([key, clause]) => {
    const own = Object.fromEntries(Object.entries(terms).filter(([slot]) => slot in clause.terms));
    const stated = Object.entries(stances[key] ?? {}).map(([role, stance]) => [role, { stance, revision: 1, words: null, at: 2 }]);
    return [key, { ...clause, terms: { ...clause.terms, ...own }, stances: Object.fromEntries(stated) }];
  });
  return {
    ...state,
    clauses: Object.fromEntries(clauses),
    objections: byId(objections.map((each, at) => ({ ...OBJECTION, id: `o${at + 1}`, ...each }))),
    amendments: byId(amendments.map((each, at) => ({ ...AMENDMENT, id: `a${at + 1}`, ...each }))),
    packages: byId(packages.map((each, at) => ({ ...PACKAGE, id: `p${at + 1}`, ...each }))),
  };
}

/** What a scripted seat would do now. */
export function movesOf(role: string, log: Log, memory: Partial<Memory> = {}): Step[] {
  const known = new Map(log.scenario.objections.map(({ key, answers }) => [key, answers.map((answer) => answer.key)]));
  const mind = mindOf(log.scenario, role)!;
  const fired = firedBy(mind, log.state, log.events);
  return move(sight(log, { seat: role }), mind, { fired, arguments: known, ...memory });
}

/** Moves in one line each: what, about what, and how. */
export function told(steps: readonly Step[]): string[] {
  return steps.map(({ command }) => {
    const {
      do: name,
      words: _,
      expectRevision: __,
      expectText: ___,
      expectVersion: ____,
      length: _____,
      ...rest
    } = { ...NOTHING, ...command };
    return [
      name,
      ...Object.values(rest).map((each) => (each !== null && typeof each === 'object' ? JSON.stringify(each) : String(each))),
    ].join(' ');
  });
}

const NOTHING = { words: 0, expectRevision: 0, expectText: 0, expectVersion: 0, length: 0 };

function byId<T extends { id: string }>(all: readonly T[]): Record<string, T> {
  return Object.fromEntries(all.map((each) => [each.id, each]));
}

const OBJECTION: Objection = {
  id: '',
  version: 1,
  role: 'banks',
  joined: [],
  clause: 'orders',
  revision: 1,
  kind: 'interest',
  words: { key: 'objections.payments-stop.problem' },
  written: null,
  remedy: null,
  answers: [],
  state: 'open',
  of: null,
  rationale: null,
  settledBy: null,
  capitulation: false,
  at: 2,
  settledAt: null,
  settledRevision: null,
};

const AMENDMENT: Amendment = {
  id: '',
  role: 'banks',
  clause: 'orders',
  terms: {},
  base: 1,
  words: null,
  seconds: [],
  state: 'proposed',
  rationale: null,
  at: 2,
};

const PACKAGE: PackageOffer = { id: '', role: 'operators', terms: {}, words: null, answers: {}, state: 'offered', at: 2 };

export function answered(...keys: string[]): Objection['answers'] {
  return keys.map((answer) => ({ role: 'operators', kind: 'explains', words: { key: answer }, answer, at: 3 }));
}
