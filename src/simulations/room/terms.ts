/** Terms as they come from a form: only what the scenario knows, and only what differs from the text on the table. */
import type { ScenarioStructure, Terms } from '../../content/scenario';
import { NotFound } from '../../kernel/not-found';
import { type TableState, textOf } from '../engine/state';

/** Refuses a slot or an option that the scenario does not have (`NotFound`). With a clause: only its own slots. */
export function termsIn(scenario: ScenarioStructure, state: TableState, typed: Readonly<Record<string, string>>, clause?: string): Terms {
  const text = textOf(state);
  const slots = scenario.clauses.filter(({ key }) => clause === undefined || key === clause).flatMap((each) => each.slots);
  for (const [slot, option] of Object.entries(typed)) {
    if (!slots.some(({ key, options }) => key === slot && options.includes(option))) throw new NotFound();
  }
  return Object.fromEntries(Object.entries(typed).filter(([slot, option]) => text[slot] !== option));
}
