/** A table that a test plays at: commands in, events kept, the time in the test's hand. */
import type { ScenarioStructure, TableMode } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import { type Decision, decide } from '../../../src/simulations/engine/decide';
import type { TableEvent } from '../../../src/simulations/engine/events';
import { fold } from '../../../src/simulations/engine/evolve';
import { initial } from '../../../src/simulations/engine/initial';
import type { TableState } from '../../../src/simulations/engine/state';
import type { TableView } from '../../../src/simulations/engine/table-view';
import { view } from '../../../src/simulations/engine/view';
import type { Actor, Viewer } from '../../../src/simulations/engine/viewer';
import { sampleScenario } from '../sample-scenario';

/** 1 March 2027, 12:00 UTC. */
export const NOON = 1_803_902_400_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The sample scenario with a clause that waits to be tabled. */
export function withAnnex(changes: Partial<ScenarioStructure> = {}): ScenarioStructure {
  const scenario = sampleScenario();
  const slots = [{ key: 'review', options: ['never', 'yearly'], start: 'never' }];
  return { ...scenario, clauses: [...scenario.clauses, { key: 'annex', kind: 'recommendation', tabled: false, slots }], ...changes };
}

export class Played {
  state: TableState;
  events: TableEvent[] = [];
  now = NOON;

  constructor(readonly scenario: ScenarioStructure = withAnnex()) {
    this.state = initial(scenario);
  }

  /** What would be answered, without doing it. */
  asks(actor: string, command: Command, now = this.now): Decision {
    return decide(this.state, command, actorOf(actor), now, this.scenario);
  }

  /** Refused: the reason, without its place. Done: null. */
  tries(actor: string, command: Command, now = this.now): string | null {
    const decision = this.asks(actor, command, now);
    if ('refused' in decision) return decision.refused.reason.replace('simulations.refusal.', '');
    this.events.push(...decision.events);
    this.state = fold(decision.events, this.scenario, this.state);
    return null;
  }

  /** Must not be refused. */
  does(actor: string, command: Command, now = this.now): this {
    const refused = this.tries(actor, command, now);
    if (refused) throw new Error(`${actor} may not ${JSON.stringify(command)}: ${refused}`);
    return this;
  }

  enters(phase: string): this {
    return this.does('facilitator', { do: 'enter-phase', phase, expectPhase: this.state.phase.number });
  }

  sees(viewer: string): TableView {
    return view(this.state, this.events, viewer === 'observer' ? 'observer' : (actorOf(viewer) as Viewer), this.scenario);
  }

  last(type?: TableEvent['type']): TableEvent {
    return this.events.findLast((event) => !type || event.type === type)!;
  }
}

/** Everybody seated and briefed: people in all seats; alone, one person among scripts. */
export function seated(mode: TableMode = 'live', scenario?: ScenarioStructure): Played {
  const played = new Played(scenario);
  played.does('machine', { do: 'open-table', mode, scenario: 'sample', hash: 'h'.repeat(64), seed: 'seed' });
  const persons = mode === 'solo' ? ['rights'] : played.scenario.roles.map(({ key }) => key);
  for (const { key: role } of played.scenario.roles) {
    if (!persons.includes(role)) played.does('machine', { do: 'take-seat', role, holder: { kind: 'script' } });
    else {
      played.does('machine', { do: 'take-seat', role, holder: { kind: 'person', person: `person-${role}` } });
      played.does(role, { do: 'accept-contract' }).does(role, { do: 'acknowledge-brief' });
    }
  }
  return played;
}

/** The same, gone on to a phase. */
export function at(phase: string, mode: TableMode = 'live', scenario?: ScenarioStructure): Played {
  const played = seated(mode, scenario);
  const { phases } = played.scenario;
  for (const { key } of phases.slice(1, phases.findIndex((one) => one.key === phase) + 1)) played.enters(key);
  return played;
}

function actorOf(name: string): Actor {
  return name === 'facilitator' || name === 'machine' ? name : { seat: name };
}
