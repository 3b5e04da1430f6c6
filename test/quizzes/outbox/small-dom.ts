/** As much of a browser's document as the script that saves answers asks for, made from a real page. */
import { above, all, type Element, first, has, parse, textOf } from '../../support/html';

export class HTMLElement {
  textContent = '';
  dataset: Record<string, string> = {};
}

export class Control extends HTMLElement {
  name = '';
  type = '';
  value = '';
  checked = false;
}

export class HTMLInputElement extends Control {}
export class HTMLSelectElement extends Control {}
export class HTMLTextAreaElement extends Control {}

type Listener = (event: { submitter: Control | null; preventDefault(): void }) => void;

export class Form extends HTMLElement {
  method = 'get';
  action = '';
  elements: Control[] & { namedItem?(name: string): Control | null } = [];
  buttons: Control[] = [];
  readonly listeners = new Map<string, Listener[]>();
  /** What `submit()` does: leave the page for what the form's post answers. */
  submit: () => void = () => {};

  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  append(control: Control): void {
    this.elements.push(control);
  }

  replaceChildren(): void {
    this.elements = [];
  }

  /** True when nobody has prevented what the browser does by itself. */
  fire(type: string, submitter: Control | null = null): boolean {
    let prevented = false;
    for (const listener of this.listeners.get(type) ?? []) listener({ submitter, preventDefault: () => void (prevented = true) });
    return !prevented;
  }
}

export class FormData {
  constructor(private readonly form: Form) {}

  *[Symbol.iterator](): Generator<[string, string]> {
    for (const { name, type, checked, value } of this.form.elements)
      if (name && (checked || !['radio', 'checkbox'].includes(type))) yield [name, value];
  }
}

export interface Document {
  title: string;
  forms: Form[];
  saved: HTMLElement | null;
  waiting: HTMLElement | null;
  handedIn: HTMLElement | null;
}

export function documentOf(html: string, address: string): Document {
  const root = parse(html);
  const byId = (id: string) => [...all(root)].find(({ attributes }) => attributes['id'] === id) ?? null;
  const ended = [...all(root)].find((one) => has(one, 'data-handed-in'));
  const saved = byId('saved');
  const line = saved && first(saved, 'span');
  return {
    title: textOf(first(root, 'h1') ?? ''),
    forms: [...all(root, 'form')].filter((one) => above(one, 'main')).map((one) => formOf(one, address)),
    saved: line && Object.assign(new HTMLElement(), { textContent: textOf(line) }),
    waiting: byId('waiting') && new HTMLElement(),
    handedIn: ended ? Object.assign(new HTMLElement(), { dataset: dataOf(ended) }) : null,
  };
}

function formOf(element: Element, address: string): Form {
  const form = new Form();
  form.method = element.attributes['method']?.toLowerCase() ?? 'get';
  form.action = new URL(element.attributes['action'] ?? address, address).href;
  form.dataset = dataOf(element);
  for (const one of all(element, 'input', 'select', 'textarea')) form.elements.push(controlOf(one));
  form.elements.namedItem = (name) => form.elements.find((one) => one.name === name) ?? null;
  form.buttons = [...all(element, 'button')].map((one) => Object.assign(new Control(), named(one), { textContent: textOf(one) }));
  return form;
}

function controlOf(element: Element): Control {
  if (element.tag === 'textarea')
    return Object.assign(new HTMLTextAreaElement(), named(element), { value: element.children.join('').replace(/^\n/, '') });
  if (element.tag === 'select') {
    const options = [...all(element, 'option')];
    const chosen = options.find((one) => has(one, 'selected')) ?? options[0];
    return Object.assign(new HTMLSelectElement(), named(element), { value: chosen?.attributes['value'] ?? '' });
  }
  return Object.assign(new HTMLInputElement(), named(element), { checked: has(element, 'checked') });
}

function named({ attributes }: Element) {
  return { name: attributes['name'] ?? '', type: attributes['type'] ?? 'text', value: attributes['value'] ?? '' };
}

function dataOf({ attributes }: Element): Record<string, string> {
  const data = Object.entries(attributes).filter(([name]) => name.startsWith('data-'));
  return Object.fromEntries(
    data.map(([name, value]) => [name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}
