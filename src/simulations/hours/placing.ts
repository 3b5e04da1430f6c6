/** A command that begins a window of an async table, with the end that suits the people there: the rules themselves know no clock of anybody. */
import type { ScenarioStructure } from '../../content/scenario';
import type { Command, CommandName } from '../engine/commands';
import { deadlineAfterSwitch, deadlineOf, nextPhase } from '../engine/phases';
import type { TableState } from '../engine/state';
import { wakingHour } from './waking';

interface Standing {
  state: TableState;
  scenario: ScenarioStructure;
}

const BEGINS: CommandName[] = ['open-table', 'enter-phase', 'resume', 'switch-mode', 'tick'];

/** Whether a window can begin with it. */
export function begins(name: CommandName): boolean {
  return BEGINS.includes(name);
}

/** The command as it is where nothing by letters begins. `now` in milliseconds since 1970; `zones` of the people at the table. */
export function placed(command: Command, standing: Standing, now: number, zones: readonly string[]): Command {
  const end = zones.length ? earliestEnd(command, standing, Math.max(now, standing.state.at)) : null;
  return end === null ? command : ({ ...command, until: wakingHour(end, zones) } as Command);
}

/** When the window would be over if nobody slept. */
function earliestEnd(command: Command, { state, scenario }: Standing, at: number): number | null {
  const { mode, paused } = state;
  const { phases } = scenario;
  const here = phases.find(({ key }) => key === state.phase.key);
  if (command.do === 'open-table') return command.mode === 'async' ? deadlineOf(phases[0]!, 'async', at) : null;
  if (command.do === 'switch-mode') return command.mode === 'async' && here ? deadlineAfterSwitch(here, 'async', at) : null;
  if (mode !== 'async') return null;
  if (command.do === 'resume') return paused && paused.left !== null ? at + paused.left : null;
  const next = command.do === 'tick' && here ? nextPhase(state, scenario) : null;
  const entered = command.do === 'enter-phase' ? phases.find(({ key }) => key === command.phase) : next;
  return entered ? deadlineOf(entered, mode, at) : null;
}
