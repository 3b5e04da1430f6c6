import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Draft } from '../draft';
import { wordOf } from '../editing/place';
import { partPlace } from '../editing/place.view';
import { Filled, type Sent, type Shown } from '../editing/shown';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { clauseOf, MOST_OPTIONS } from './clauses';

/** How many empty lines for new options a form has, at most. */
const NEW_LINES = 2;

/** views/simulations/writing-new-slot.hbs: a new open point of a clause. */
export function writingNewSlotPage(own: OwnScenario, clause: string, sent: Sent, errors: FormError[] = []) {
  const said = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '');
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    formId: newId(),
    clause: { key: clause, title: wordOf(own.scenario, `clauses.${clause}.title`) },
    typed: { name: said('name'), key: said('key').slice(0, 64), options: said('options') },
  };
}

/** What the form of an open point shows. */
export function slotShown(draft: Draft, clause: string, key: string): Shown[] | null {
  const slot = clauseOf(draft, clause)?.slots.find((each) => each.key === key);
  if (!slot) return null;
  const word = (name: string) => draft.texts[`clauses.${clause}.slots.${key}.${name}`] ?? '';
  const words = Object.fromEntries(slot.options.map((option) => [option, word(`options.${option}`)]));
  const options = slot.options.map((option, index): Shown => ({
    name: `option.${option}`,
    value: words[option]!,
    label: 'scenario-roles.slot.option',
    of: String(index + 1),
  }));
  return [
    { name: 'name', value: word('name'), label: 'scenario-roles.slot.name' },
    ...options,
    { name: 'start', value: slot.start, label: 'scenario-roles.slot.start', words },
    { name: 'key', value: key, label: 'scenario-roles.key' },
  ];
}

/** views/simulations/writing-slot.hbs: one open point: its options, and with which the text begins. */
export function writingSlotPage(own: OwnScenario, clause: string, key: string, errors: FormError[] = [], sent: Sent | null = null) {
  const { scenario } = own;
  const slot = clauseOf(scenario, clause)!.slots.find((each) => each.key === key)!;
  const typed = new Filled(slotShown(scenario, clause, key)!, sent);
  const said = (name: string) => (typeof sent?.[name] === 'string' ? sent[name] : '');
  const room = Math.min(NEW_LINES, MOST_OPTIONS - slot.options.length);
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    formId: newId(),
    clause: { key: clause, title: wordOf(scenario, `clauses.${clause}.title`) },
    key,
    name: wordOf(scenario, `clauses.${clause}.slots.${key}.name`),
    typed: { name: typed.of('name'), key: typed.of('key') },
    options: slot.options.map((option, index) => ({
      key: option,
      number: index + 1,
      text: typed.of(`option.${option}`),
      start: typed.of('start') === option,
      first: index === 0,
      last: index === slot.options.length - 1,
    })),
    more: Array.from({ length: Math.max(room, 0) }, (_, index) => ({
      number: index + 1,
      count: slot.options.length + index + 1,
      text: said(`more.${index + 1}`),
      start: typed.of('start') === `new-${index + 1}`,
    })),
  };
}
