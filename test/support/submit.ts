import { above, all, type Element, has, textOf } from './html';
import { type Field, fieldsOf } from './fields';
import { absolute, arrive, onlyOne, type Page } from './page';
import type { Visitor } from './visitor';

/** What to put into fields, by their labels: words to type, the words of a choice, several of them, or whether to tick. */
export type Given = Record<string, string | string[] | boolean>;

export interface Post {
  method: 'get' | 'post';
  address: string;
  pairs: [string, string][];
}

/** Fills the form that has this button, presses it, and goes where that leads. */
export async function submit(visitor: Visitor, page: Page, button: string | RegExp, given: Given = {}): Promise<Page> {
  const { method, address, pairs } = fill(page, button, given);
  const body = new URLSearchParams(pairs).toString();
  if (method === 'get') {
    const asked = absolute(`?${body}`, address);
    return arrive(visitor, await visitor.get(asked), asked);
  }
  return arrive(visitor, await visitor.post(address).set('content-type', 'application/x-www-form-urlencoded').send(body), address);
}

/** What a browser would send: the form's own values, with what was filled in, in the order of the page. */
export function fill(page: Page, button: string | RegExp, given: Given = {}): Post {
  const { element: pressed, form } = page.button(button);
  const fields = fieldsOf(form);
  const overrides = new Map<Element, string | null>();
  for (const [label, value] of Object.entries(given))
    put(
      onlyOne('field', fields, ({ label: has }) => has, label),
      value,
      overrides,
    );
  const action = pressed.attributes['formaction'] ?? form.attributes['action'] ?? page.address;
  return {
    method: form.attributes['method']?.toLowerCase() === 'post' ? 'post' : 'get',
    address: absolute(action, page.address),
    pairs: pairsOf(page, form, pressed, overrides),
  };
}

/** Notes what each control of a field will send; null is nothing at all. */
function put(field: Field, value: Given[string], overrides: Map<Element, string | null>): void {
  const refuse = (): never => {
    throw new Error(
      `“${field.label}” (${field.kind}) cannot take ${JSON.stringify(value)}${field.options.length ? `; there is ${field.options.join(' | ')}` : ''}`,
    );
  };
  const [control] = field.elements as [Element];
  const valueOf = (one: Element) => one.attributes['value'] ?? 'on';
  const chosen = (words: string) => field.options.indexOf(onlyOne('choice', field.options, (one) => one, words));
  if (field.kind === 'text') return void overrides.set(control, typeof value === 'string' ? value : refuse());
  if (field.kind === 'tick') return void overrides.set(control, typeof value !== 'boolean' ? refuse() : value ? valueOf(control) : null);
  if (field.kind === 'list') {
    const option = [...all(control, 'option')][chosen(typeof value === 'string' ? value : refuse())]!;
    return void overrides.set(control, option.attributes['value'] ?? textOf(option));
  }
  const wanted = (field.kind === 'choice' ? [typeof value === 'string' ? value : refuse()] : Array.isArray(value) ? value : refuse()).map(
    chosen,
  );
  field.elements.forEach((one, i) => overrides.set(one, wanted.includes(i) ? valueOf(one) : null));
}

function pairsOf(page: Page, form: Element, pressed: Element, overrides: Map<Element, string | null>): [string, string][] {
  const pairs: [string, string][] = [];
  for (const control of all(page.root, 'input', 'select', 'textarea', 'button')) {
    const { name } = control.attributes;
    const owner = control.attributes['form'] ? page.byId(control.attributes['form']) : above(control, 'form');
    if (!name || owner !== form || has(control, 'disabled')) continue;
    const isButton = control.tag === 'button' || control.attributes['type'] === 'submit';
    if (isButton && control !== pressed) continue;
    const value = overrides.has(control) ? overrides.get(control)! : ownValue(control);
    if (value !== null) pairs.push([name, value]);
  }
  return pairs;
}

function ownValue(control: Element): string | null {
  if (control.tag === 'textarea') return control.children.join('').replace(/^\n/, '');
  if (control.tag === 'select') {
    const options = [...all(control, 'option')];
    const chosen = options.find((one) => has(one, 'selected')) ?? options[0];
    return chosen ? (chosen.attributes['value'] ?? textOf(chosen)) : null;
  }
  const { type, value } = control.attributes;
  if (type === 'radio' || type === 'checkbox') return has(control, 'checked') ? (value ?? 'on') : null;
  return value ?? '';
}
