/** What a scenario has in it for one role: which ends can be reached, in which round first, and by what. Bounded, and the same every time. */
import type { ScenarioStructure, Terms } from '../../content/scenario';
import type { Command } from '../engine/commands';
import { fold } from '../engine/evolve';
import { isRefused } from '../engine/refusing';
import { howMany, slotsOf, utility, zone } from '../engine/values';
import { personAt } from './acts';
import type { Log } from './log';
import { threshold } from './mind';
import { open } from './open';
import { play } from './play';
import { sight } from './sight';
import { answering, bundling, honestly, oneAfterTheOther, satisfying, seconding, silence } from './strategies';
import type { Strategy } from './strategies';

export interface Exploration {
  role: string;
  /** how many texts there are, and which of them everybody can accept */
  combinations: number;
  zone: Terms[];
  /** distinct ends: texts agreed on, and no agreement */
  outcomes: string[];
  /** the first round in which everybody takes a package; null when none is taken */
  earliestRound: number | null;
  /** by way of playing: how many runs, and how many of them agreed */
  ways: Record<Way, { runs: number; agreed: number }>;
}

/**
 * Saying nothing; answering objections, well or badly; one slot at a time without answering and with it; whole texts at once, with answers.
 */
export type Way = 'silent' | 'answering' | 'one-by-one' | 'one-by-one-answering' | 'packages';

/** Texts that are tried as packages; of a larger zone as many, evenly chosen. */
const MOST_TEXTS = 16;

export function explore(scenario: ScenarioStructure, role: string): Exploration {
  const acceptable = zone(scenario);
  const outcomes = new Set<string>();
  const ways: Exploration['ways'] = {
    silent: none(),
    answering: none(),
    'one-by-one': none(),
    'one-by-one-answering': none(),
    packages: none(),
  };
  let earliestRound: number | null = null;
  for (const { way, strategy, round } of attempts(scenario, role, acceptable)) {
    const { outcome, terms } = ended(scenario, role, strategy);
    ways[way].runs += 1;
    outcomes.add(outcome === 'agreement' ? named(terms) : outcome);
    if (outcome !== 'agreement') continue;
    ways[way].agreed += 1;
    if (round !== null) earliestRound = Math.min(round, earliestRound ?? round);
  }
  const combinations = howMany(slotsOf(scenario));
  return { role, combinations, zone: acceptable, outcomes: [...outcomes].sort(), earliestRound, ways };
}

interface Attempt {
  way: Way;
  strategy: Strategy;
  /** of a package */
  round: number | null;
}

function attempts(scenario: ScenarioStructure, role: string, acceptable: readonly Terms[]): Attempt[] {
  const [right, wrong] = [answering(true), answering(false)];
  const roles = scenario.roles.filter(({ script }) => script).map(({ key }) => key);
  const way = (name: Way, ...strategies: Strategy[]): Attempt => ({
    way: name,
    strategy: oneAfterTheOther(...strategies, honestly),
    round: null,
  });
  return [
    { way: 'silent', strategy: silence, round: null },
    way('answering', wrong),
    way('answering', right),
    way('one-by-one', seconding),
    way('one-by-one', satisfying([role])),
    way('one-by-one-answering', right, seconding),
    way('one-by-one-answering', right, satisfying([role])),
    ...orders(roles).flatMap((order) => [way('one-by-one', satisfying(order)), way('one-by-one-answering', right, satisfying(order))]),
    ...spread(acceptable).map((text) => {
      const round = firstRound(scenario, role, text);
      return { ...way('packages', bundling(text, round), right), round };
    }),
  ];
}

/** From which round on everybody else has come down far enough for a text; the last one, when nobody ever does. */
function firstRound({ roles, phases }: ScenarioStructure, role: string, text: Terms): number {
  const others = roles.flatMap(({ key, script }) => (script && key !== role ? [script] : []));
  const rounds = phases.filter(({ kind }) => kind === 'round').length;
  const enough = (round: number) => others.every((script) => utility(script, text) >= threshold(script, round));
  let round = 1;
  while (round < rounds && !enough(round)) round += 1;
  return round;
}

/** Beginning with each, round the table. */
function orders(roles: readonly string[]): string[][] {
  return roles.map((_, at) => [...roles.slice(at), ...roles.slice(0, at)]);
}

function spread<T>(all: readonly T[]): T[] {
  const count = Math.min(all.length, MOST_TEXTS);
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]!);
}

export function ended(scenario: ScenarioStructure, role: string, strategy: Strategy): { outcome: string; terms: Terms } {
  return played(scenario, role, strategy).state.outcome!;
}

/** A run to its end. Whoever is refused goes on; a run that goes nowhere has no agreement. */
export function played(scenario: ScenarioStructure, role: string, strategy: Strategy): Log {
  let log = begun(scenario, role);
  while (!log.state.outcome) {
    const view = sight(log, { seat: personAt(log.state) });
    log = followed(log, strategy(view, scenario, role)) ?? followed(log, { do: 'be-ready' })!;
  }
  return log;
}

/** Plays a role as well as simple ways can: offers a text that everybody can accept as soon as they have come down far enough, and answers. */
export function wellPlayed(scenario: ScenarioStructure, role: string): Log {
  const acceptable = zone(scenario);
  const text = acceptable[Math.floor(acceptable.length / 2)];
  const right = answering(true);
  const ways = text ? [bundling(text, firstRound(scenario, role, text)), right] : [right, seconding, satisfying([role])];
  return played(scenario, role, oneAfterTheOther(...ways, honestly));
}

function begun(scenario: ScenarioStructure, role: string): Log {
  const opened = open({ scenario, slug: 'tried', hash: '' }, '', role, 'somebody', 0);
  if (isRefused(opened)) throw new Error(`${role} cannot play: ${opened.refused.reason}`);
  const log: Log = { scenario, events: opened.events, state: fold(opened.events, scenario) };
  return followed(followed(log, { do: 'accept-contract' })!, { do: 'acknowledge-brief' })!;
}

/** A minute later. */
function followed({ scenario, events, state }: Log, command: Command | null): Log | null {
  const answer = command && play({ scenario, events, state }, command, state.at + 60_000);
  if (!answer || isRefused(answer)) return null;
  return { scenario, events: [...events, ...answer.events], state: fold(answer.events, scenario, state) };
}

function named(terms: Terms): string {
  return Object.values(terms).join(' · ');
}

function none(): { runs: number; agreed: number } {
  return { runs: 0, agreed: 0 };
}
