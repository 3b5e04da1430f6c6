import { newId } from '../../../kernel/identifier';
import type { Edited } from '../draft';
import { along } from '../keys/along';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { wordOf } from './place';
import { partPlace } from './place.view';

/** What is to go, as its page asks about it. */
export interface Going {
  /** The phrases: `scenario-roles.going.<kind>`. */
  kind: 'clause' | 'slot' | 'option' | 'role' | 'goal' | 'script' | 'rule' | 'chair';
  /** The key of the text that names it. */
  name: string;
  action: string;
  back: string;
  after: Edited;
}

/** views/simulations/writing-goes-along.hbs: what goes with a part, before it goes. */
export function writingGoesAlongPage(own: OwnScenario, { kind, name, action, back, after }: Going) {
  const slots = kind === 'slot' ? 1 : 0;
  const [goals, rules] = [kind === 'goal' ? 1 : 0, kind === 'rule' ? 1 : 0];
  const itself: Record<string, number> = { slots, goals, rules };
  return {
    ...partPlace(own),
    formId: newId(),
    kind,
    name: wordOf(own.scenario, name),
    action,
    back,
    along: along(own.scenario.structure, after.structure)
      .map((line) => ({ ...line, count: line.count - (itself[line.kind] ?? 0) }))
      .filter(({ count }) => count > 0),
  };
}
