/** Who does what next at a table that is played by chance. */
import { admission } from '../../../src/simulations/engine/admission';
import type { CommandName } from '../../../src/simulations/engine/commands';
import { RULES } from '../../../src/simulations/engine/commands/rules';
import { ALLOWED, isOver, phaseOf } from '../../../src/simulations/engine/phases';
import type { TableState } from '../../../src/simulations/engine/state';
import type { Actor } from '../../../src/simulations/engine/viewer';
import type { Dice } from './dice';
import { MAKERS } from './generated-commands';

const FACILITATORS: CommandName[] = [
  ...(['extend-phase', 'pause', 'resume', 'switch-mode', 'release-inject', 'cancel-inject'] as const),
  ...(['nudge', 'annotate', 'unseal', 'explain-script', 'tick', 'enter-phase'] as const),
];
const SELDOM: CommandName[] = ['pause', 'switch-mode', 'close-without-outcome', 'take-seat', 'extend-phase', 'withdraw-objection'];

/** Mostly what belongs to the phase; what stops the play comes seldom. */
export function commandFor(dice: Dice, state: TableState, now: number): CommandName {
  const names = Object.keys(MAKERS) as CommandName[];
  if (isOver(state, now) && dice.chance(50)) return 'tick';
  if (state.paused && dice.chance(40)) return 'resume';
  if (dice.chance(8)) return dice.of(names);
  const allowed = names.filter((name) => ALLOWED[phaseOf(state, dice.scenario).kind].has(name) && !SELDOM.includes(name));
  const own = allowed.filter((name) => !FACILITATORS.includes(name));
  for (let tries = 0; tries < 6 && own.length && dice.chance(95); tries++) {
    const name = dice.of(own);
    if (dice.turned(everybody(dice)).some((actor) => may(dice, name, actor, state))) return name;
  }
  return dice.of(allowed);
}

/** Mostly somebody who may. */
export function actorFor(dice: Dice, name: CommandName, state: TableState): Actor {
  const all = dice.turned(everybody(dice));
  return (dice.chance(85) ? all.find((actor) => may(dice, name, actor, state)) : undefined) ?? all[0]!;
}

function everybody({ scenario }: Dice): Actor[] {
  return [...scenario.roles.map(({ key }) => ({ seat: key })), 'facilitator', 'machine'];
}

function may({ scenario }: Dice, name: CommandName, actor: Actor, state: TableState): boolean {
  const role = typeof actor === 'string' ? '' : actor.seat;
  const table = { state, scenario, actor, role, at: state.phase.since };
  const { anything = () => true } = RULES[name];
  return admission(name, RULES[name], table) === null && anything(table);
}
