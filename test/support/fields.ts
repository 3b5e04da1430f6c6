import { above, all, type Element, has, textOf, tidied } from './html';

type Kind = 'text' | 'choice' | 'choices' | 'tick' | 'list';

/** Something to fill in, under the name by which people know it. */
export interface Field {
  label: string;
  /** text: typed · choice: one of several · choices: any of several · tick: yes or no · list: one from a list that opens */
  kind: Kind;
  /** What is in it now; of choices the words, not the values. */
  value: string | string[] | boolean;
  /** The words there are to choose from. */
  options: string[];
  /** What helps with it and what is wrong with it. */
  description: string;
  elements: Element[];
}

const PRESSED = new Set(['submit', 'button', 'image', 'reset', 'hidden']);

/** Every field below an element, radio buttons and check boxes of one name together. */
export function fieldsOf(root: Element): Field[] {
  const controls = [...all(root, 'input', 'select', 'textarea')].filter((one) => !PRESSED.has(one.attributes['type'] ?? ''));
  const groups = new Map<string, Element[]>();
  for (const control of controls) {
    const form = [...all(root, 'form')].indexOf(above(control, 'form')!);
    const single = !isChoice(control) || (control.attributes['type'] === 'checkbox' && !inGroup(control));
    const key = single ? `${groups.size}` : `${form} ${control.attributes['type']} ${control.attributes['name']}`;
    groups.set(key, [...(groups.get(key) ?? []), control]);
  }
  return [...groups.values()].map((group) => field(root, group));
}

function field(root: Element, group: Element[]): Field {
  const control = group[0]!;
  const description = describedBy(root, control);
  if (control.tag === 'select') {
    const options = [...all(control, 'option')];
    const chosen = options.find((one) => has(one, 'selected')) ?? options[0];
    return {
      label: labelOf(root, control),
      kind: 'list',
      value: chosen ? textOf(chosen) : '',
      options: options.map((one) => textOf(one)),
      description,
      elements: group,
    };
  }
  if (!isChoice(control)) {
    const value = control.tag === 'textarea' ? control.children.join('').replace(/^\n/, '') : (control.attributes['value'] ?? '');
    return { label: labelOf(root, control), kind: 'text', value, options: [], description, elements: group };
  }
  if (control.attributes['type'] === 'checkbox' && !inGroup(control)) {
    return { label: labelOf(root, control), kind: 'tick', value: has(control, 'checked'), options: [], description, elements: group };
  }
  const options = group.map((one) => labelOf(root, one));
  const chosen = options.filter((_, i) => has(group[i]!, 'checked'));
  const label = legendOf(control);
  if (control.attributes['type'] === 'radio')
    return { label, kind: 'choice', value: chosen[0] ?? '', options, description, elements: group };
  return { label, kind: 'choices', value: chosen, options, description, elements: group };
}

/** The words that belong to a control: a label's, without what can be chosen in it. */
export function labelOf(root: Element, control: Element): string {
  const { id, ['aria-label']: said, ['aria-labelledby']: by } = control.attributes;
  if (by)
    return tidied(
      by
        .split(/\s+/)
        .map((one) => textOf(byId(root, one) ?? ''))
        .join(' '),
    );
  if (said) return tidied(said);
  const label = above(control, 'label') ?? [...all(root, 'label')].find((one) => id !== undefined && one.attributes['for'] === id);
  return label ? textOf(label, (part) => ['select', 'input', 'textarea'].includes(part.tag)) : '';
}

function legendOf(control: Element): string {
  const fieldset = above(control, 'fieldset');
  const legend = fieldset?.children.find((child): child is Element => typeof child !== 'string' && child.tag === 'legend');
  return legend ? textOf(legend) : '';
}

function describedBy(root: Element, control: Element): string {
  const ids = [control, above(control, 'fieldset')].flatMap((one) => one?.attributes['aria-describedby']?.trim().split(/\s+/) ?? []);
  return ids.map((id) => textOf(byId(root, id) ?? '')).join(' ');
}

const isChoice = (control: Element): boolean => ['radio', 'checkbox'].includes(control.attributes['type'] ?? '');

/** Check boxes are one question when several of one name stand in one fieldset. */
function inGroup(control: Element): boolean {
  if (control.attributes['type'] === 'radio') return true;
  const fieldset = above(control, 'fieldset');
  if (!fieldset) return false;
  return (
    [...all(fieldset, 'input')].filter(
      (one) => one.attributes['type'] === 'checkbox' && one.attributes['name'] === control.attributes['name'],
    ).length > 1
  );
}

function byId(root: Element, id: string): Element | null {
  return [...all(root)].find((one) => one.attributes['id'] === id) ?? null;
}
