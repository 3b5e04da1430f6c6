/** Whether somebody may give a kind of command now, before anybody looks at its particulars. */
import type { CommandName } from './commands';
import { find, isChair, isHeld, type Rule, type Table, type Who } from './commands/rule';
import { isGathering } from './gathering';
import { ALLOWED, isOver, phaseOf } from './phases';
import { refuse, type Refused } from './refusing';

/** Late, the table paused, or after the end: a text can still be struck out by whoever wrote it. */
const AT_ANY_TIME: CommandName[] = ['redact'];
/** While the clock stands people can still be briefed: that is what they do before a table begins. */
const WHILE_PAUSED: CommandName[] = ['accept-contract', 'acknowledge-brief', 'set-consent'];
/** The debrief has no last moment. */
const WITHOUT_HURRY = 'debrief';

export function admission(name: CommandName, rule: Pick<Rule<CommandName>, 'who' | 'unbriefed' | 'unless'>, table: Table): Refused | null {
  return (
    (table.state.seq === 0 ? refuse('table-not-open') : null) ??
    place(rule.who, table) ??
    time(name, table) ??
    briefing(rule, table) ??
    rule.unless?.(table) ??
    null
  );
}

function place(who: Who, table: Table): Refused | null {
  const { state, actor, role } = table;
  if (who === 'newcomer') return null;
  if (role && !isHeld(find(state.seats, role))) return refuse('seat-needed');
  if (who === 'anybody') return null;
  if (who === 'machine') return actor === 'machine' ? null : refuse('facilitator-only');
  if (who === 'facilitator') return role ? refuse('facilitator-only') : null;
  if (who === 'chair') return !role || isChair(table, role) ? null : refuse('chair-only');
  if (!role) return refuse('seat-needed');
  return who === 'delegate' && isChair(table, role) ? refuse('chair-takes-no-side') : null;
}

/** What does not belong to the phase is refused first: it would not be in time later either. */
function time(name: CommandName, { state, scenario, role, at }: Table): Refused | null {
  const { kind, key } = phaseOf(state, scenario);
  if (state.outcome && kind !== 'debrief' && !ALLOWED.debrief.has(name)) return refuse('after-outcome');
  if (!ALLOWED[kind].has(name)) return refuse('not-in-phase', { phase: key });
  if (!role || AT_ANY_TIME.includes(name)) return null;
  if (state.paused) return WHILE_PAUSED.includes(name) ? null : refuse('paused');
  const isLate = kind !== WITHOUT_HURRY && isOver(state, at) && !isGathering(state, scenario);
  return isLate ? refuse('phase-over') : null;
}

function briefing({ unbriefed }: Pick<Rule<CommandName>, 'unbriefed'>, { state, role }: Table): Refused | null {
  if (!role || unbriefed) return null;
  const { contract, briefed } = state.seats[role]!;
  return contract && briefed ? null : refuse('briefing-first');
}
