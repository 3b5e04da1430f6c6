/** A command is answered: with what happens, or with a refusal. Nothing is changed here; `evolve` does that. */
import type { ScenarioStructure } from '../../content/scenario';
import { admission } from './admission';
import { audienceOf } from './audience';
import type { Command } from './commands';
import { RULES } from './commands/rules';
import type { Rule, Table } from './commands/rule';
import { type Happening, refsIn, type TableEvent } from './events';
import { dueAfter } from './injects';
import { isRefused, refuse, type Refused } from './refusing';
import type { TableState } from './state';
import type { Actor } from './viewer';

export type Decision = { events: TableEvent[] } | Refused;

/** `now` in milliseconds since 1970. A clock that goes back does not turn a table back. */
export function decide(state: TableState, command: Command, actor: Actor, now: number, scenario: ScenarioStructure): Decision {
  const role = typeof actor === 'string' ? '' : actor.seat;
  const table: Table = { state, scenario, actor, role, at: Math.max(now, state.at) };
  const rule = RULES[command.do] as Rule<Command['do']>;
  const refused = command.do === 'open-table' ? null : (admission(command.do, rule, table) ?? repeated(command, state));
  if (refused) return refused;
  const happenings = rule.decide(command as never, table);
  if (isRefused(happenings)) return happenings;
  const announced = dueAfter(happenings, state, table.at, scenario);
  const all = [...happenings.map((one) => ({ one, by: actor })), ...announced.map((one) => ({ one, by: 'machine' as const }))];
  return { events: all.map(({ one, by }, index) => recorded(one, by, state.seq + 1 + index, table)) };
}

/** A text is said once, by whoever wrote it: nobody can give out somebody else's as theirs, or strike it out by saying it again. */
function repeated(command: Command, { texts }: TableState): Refused | null {
  const refs = refsIn(command);
  return texts.some(({ ref }) => refs.includes(ref)) ? refuse('already-said') : null;
}

function recorded(happening: Happening, actor: Actor, seq: number, { state, at }: Table): TableEvent {
  const by = happening.type.startsWith('hum-') ? 'machine' : actor; // a hum names nobody, not even who asked for it
  return { ...happening, seq, at, by, audience: audienceOf(happening, state) };
}
