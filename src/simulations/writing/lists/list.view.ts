import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import { cut } from '../cut';
import { type OwnScenario, scenarioAddress } from '../scenario-of-chapter.guard';
import { movable } from './moving';
import { TWO_LINES } from './naming';
import type { PartKind } from './part';
import { placeOf } from './place';

export const listAddress = (own: OwnScenario, { name }: PartKind): string => `${scenarioAddress(own)}/${name}`;

/** views/simulations/writing-list.hbs: the parts of one kind in their order, and room for one more. */
export function writingListPage(own: OwnScenario, kind: PartKind, typed = '', errors: FormError[] = []) {
  const { scenario } = own;
  const address = listAddress(own, kind);
  const keys = kind.keys(scenario.structure);
  return {
    ...placeOf(own),
    formId: newId(),
    arrangeId: newId(),
    list: kind.name,
    action: address,
    parts: keys.map((key, index) => ({
      key,
      number: index + 1,
      words: cut(scenario.texts[kind.wordsAt(key)] ?? '', TWO_LINES),
      facts: kind.facts(scenario, key),
      address: `${address}/${key}`,
      up: movable(kind, scenario, key, 'up'),
      down: movable(kind, scenario, key, 'down'),
    })),
    full: keys.length >= kind.most ? kind.most : null,
    typed,
    errors: errors.length ? errors : null,
  };
}
