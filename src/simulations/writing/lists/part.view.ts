import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { fieldsOf } from './fields';
import { listAddress } from './list.view';
import type { PartKind, Typed } from './part';
import { placeOf } from './place';
import { without } from './removal';

/** views/simulations/writing-part.hbs: one part in its form. */
export function writingPartPage(own: OwnScenario, kind: PartKind, key: string, posted?: Typed, errors: FormError[] = []) {
  const { scenario } = own;
  const typed = posted ?? kind.typed(scenario, key);
  const back = listAddress(own, kind);
  return {
    ...placeOf(own),
    formId: newId(),
    list: kind.name,
    back,
    action: `${back}/${key}`,
    number: kind.keys(scenario.structure).indexOf(key) + 1,
    typed,
    ...fieldsOf(kind.name, scenario, typed, key),
    errors: errors.length ? errors : null,
  };
}

/** views/simulations/writing-part-removal.hbs: what goes with a part when it is taken out. */
export function writingPartRemovalPage(own: OwnScenario, kind: PartKind, key: string) {
  const { scenario } = own;
  const back = listAddress(own, kind);
  return {
    ...placeOf(own),
    formId: newId(),
    list: kind.name,
    back,
    key,
    number: kind.keys(scenario.structure).indexOf(key) + 1,
    words: scenario.texts[kind.wordsAt(key)] ?? null,
    along: without(kind, scenario, key).along,
    /** texts name sources by their numbers */
    numbers: kind.name === 'sources' && Object.hasOwn(scenario.texts, 'reality'),
    text: `${placeOf(own).scenario.address}/texts/reality`,
  };
}
