/** Which rules of a script have their turn: of each sort of move the one with the highest priority whose condition holds. */
import type { ScriptAction, ScriptRule } from '../../content/scenario';
import type { TableEvent } from '../engine/events';
import type { TableState } from '../engine/state';
import { factsOf, holds } from './condition';
import type { Outlook } from './mind';

/** A rule with one of these kinds of action. */
export type RuleWith<K extends ScriptAction['kind']> = ScriptRule & { do: Extract<ScriptAction, { kind: K }> };

/** The first of the highest that may fire and is of one of these kinds; `possible` says whether there is anything left in it to do. */
export function ruleFor<K extends ScriptAction['kind']>(
  look: Outlook,
  kinds: readonly K[],
  possible: (action: Extract<ScriptAction, { kind: K }>) => boolean = () => true,
): RuleWith<K> | null {
  const facts = factsOf(look.view, look);
  const ready = look.mind.script.rules.filter(
    (rule): rule is RuleWith<K> =>
      (kinds as readonly string[]).includes(rule.do.kind) &&
      !look.fired.has(rule.key) &&
      holds(rule.when, facts) &&
      possible(rule.do as never),
  );
  const highest = Math.max(...ready.map(({ priority }) => priority));
  return ready.find(({ priority }) => priority === highest) ?? null;
}

/** What a seat remembers of its moves: rules that have fired, for the table or since the text last changed. Stances and objections stay while their reason does. */
export function firedBy(mind: Outlook['mind'], { reasons }: Pick<TableState, 'reasons'>, events: readonly TableEvent[]): Set<string> {
  const changed = events.findLast((event) => event.type === 'clause-revised' && event.class === 'substantive')?.seq ?? 0;
  const fired = reasons.filter(({ role, why }) => role === mind.role && why.by === 'rule');
  const over = mind.script.rules.filter(
    ({ key, once, do: { kind } }) =>
      kind !== 'stance' && kind !== 'object' && fired.some(({ why, seq }) => why.of === key && (once === 'table' || seq > changed)),
  );
  return new Set(over.map(({ key }) => key));
}
