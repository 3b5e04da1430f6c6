/** Tables played by chance that can be repeated: legal and illegal commands, early, late and twice. The same seed gives the same log. */
import type { ScenarioStructure, TableMode } from '../../../src/content/scenario';
import { seeded } from '../../../src/kernel/random';
import { assessed } from '../../../src/simulations/engine/assessing';
import { phaseOf } from '../../../src/simulations/engine/phases';
import type { Command, CommandName } from '../../../src/simulations/engine/commands';
import { type Decision, decide } from '../../../src/simulations/engine/decide';
import type { TableEvent } from '../../../src/simulations/engine/events';
import { fold } from '../../../src/simulations/engine/evolve';
import { initial } from '../../../src/simulations/engine/initial';
import type { TableState } from '../../../src/simulations/engine/state';
import type { Actor } from '../../../src/simulations/engine/viewer';
import { Dice } from './dice';
import { actorFor, commandFor } from './generated-choice';
import { MAKERS } from './generated-commands';
import { HOUR, MINUTE, NOON, withAnnex } from './played';

export interface Attempt {
  /** as the table stood before it */
  state: TableState;
  command: Command;
  actor: Actor;
  now: number;
  decision: Decision;
}

export interface Generated {
  seed: string;
  scenario: ScenarioStructure;
  mode: TableMode;
  events: TableEvent[];
  state: TableState;
  attempts: Attempt[];
}

/** What everybody does together now and then, for else no package is ever taken and nobody ever agrees. */
const CHORUS: CommandName[] = ['set-stance', 'answer-package', 'be-ready'];

/** `length` commands, of which many are refused. */
export function generated(seed: string, length = 240, scenario: ScenarioStructure = withAnnex()): Generated {
  const dice = new Dice(seeded(seed), scenario);
  const mode = dice.of<TableMode>(['live', 'live', 'async', 'async', 'solo']);
  const table: Generated = { seed, scenario, mode, events: [], state: initial(scenario), attempts: [] };
  let now = NOON;
  const wait = (milliseconds: number) => (now += milliseconds);
  const give = (command: Command, actor: Actor) => {
    const decision = decide(table.state, command, actor, now, scenario);
    table.attempts.push({ state: table.state, command, actor, now, decision });
    if ('refused' in decision) return;
    table.events.push(...decision.events);
    table.state = fold(decision.events, scenario, table.state);
  };
  give({ do: 'open-table', mode, scenario: 'sample', hash: 'h'.repeat(64), seed }, 'machine');
  seat(dice, mode, give);
  for (let n = 0; n < length; n++) {
    now += dice.pause(table.state, now);
    const name = commandFor(dice, table.state, now);
    const command = MAKERS[name]!(dice, table.state);
    give(command, actorFor(dice, name, table.state));
    if (CHORUS.includes(name) && dice.chance(20)) for (const { key } of scenario.roles) give(command, { seat: key });
    if (name === 'answer-objection' && dice.chance(60)) rule(dice, table, give, wait);
    if (phaseOf(table.state, scenario).kind === 'call' && dice.chance(6)) agree(table, give, wait);
    if (dice.chance(15)) give(dice.chance(20) ? command : dice.inOtherWords(command), actorFor(dice, name, table.state)); // twice, or by somebody else too
    if (dice.chance(4))
      give({ do: 'enter-phase', phase: dice.nextPhase(table.state), expectPhase: table.state.phase.number }, 'facilitator');
  }
  return table;
}

type Give = (command: Command, actor: Actor) => void;
type Wait = (milliseconds: number) => void;

/** The chair rules on what was answered last, when the time to reply is over. */
function rule(dice: Dice, { state, mode }: Generated, give: Give, wait: Wait): void {
  const answered = Object.values(state.objections).findLast((one) => one.state === 'answered');
  if (!answered) return;
  wait(mode === 'async' ? 24 * HOUR : 2 * MINUTE);
  const ruling = dice.of(['accommodated', 'in-the-rough', 'out-of-scope', 'upheld'] as const);
  const { id: objection, version: expectVersion } = answered;
  give({ do: 'rule-objection', objection, ruling, words: { ref: `ruling-${objection}` }, of: null, expectVersion }, { seat: 'chair' });
}

/** Everybody comes round, so that some tables end with an agreement. */
function agree(table: Generated, give: Give, wait: Wait): void {
  const { scenario } = table;
  const clauses = Object.values(table.state.clauses).filter(({ state }) => state === 'tabled');
  for (const { id, role } of Object.values(table.state.objections))
    give({ do: 'withdraw-objection', objection: id, words: null }, { seat: role });
  for (const { key, revision } of clauses)
    for (const { key: role } of scenario.roles)
      give({ do: 'set-stance', clause: key, stance: 'support', words: null, expectRevision: revision }, { seat: role });
  for (const { key } of clauses) {
    const { level } = assessed(table.state, key, table.state.at, scenario);
    give(
      { do: 'publish-assessment', clause: key, level, words: { phrase: 'simulations.chair.as-i-see-it' }, explanation: null },
      { seat: 'chair' },
    );
  }
  wait(table.mode === 'async' ? 48 * HOUR : 5 * MINUTE);
  for (const { key } of clauses) give({ do: 'finalise-assessment', clause: key }, 'facilitator');
  give({ do: 'enter-phase', phase: 'outcome', expectPhase: table.state.phase.number }, 'facilitator');
  give({ do: 'adopt-outcome' }, 'facilitator');
}

function seat(dice: Dice, mode: TableMode, give: Give): void {
  const { roles } = dice.scenario;
  const lone = dice.of(roles.filter(({ playable }) => playable)).key;
  for (const { key: role } of roles) {
    const isPerson = mode === 'solo' ? role === lone : dice.chance(75);
    if (dice.chance(5)) continue;
    give({ do: 'take-seat', role, holder: isPerson ? { kind: 'person', person: `person-${role}` } : { kind: 'script' } }, 'machine');
    if (isPerson && dice.chance(95)) give({ do: 'accept-contract' }, { seat: role });
    if (isPerson && dice.chance(95)) give({ do: 'acknowledge-brief' }, { seat: role });
  }
}
