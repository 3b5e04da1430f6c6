import { above, all, type Element, first, has, parse, textOf, tidied } from './html';
import { fieldsOf, type Field } from './fields';
import type { Visitor } from './visitor';

/** What comes back for one request, as supertest gives it. */
export interface Answer {
  status: number;
  text: string;
  headers: Record<string, string>;
}

export interface Link {
  name: string;
  address: string;
}

/** A page as somebody reads it: its heading, its links and buttons by name, its fields by label. */
export class Page {
  readonly root: Element;

  constructor(
    readonly html: string,
    /** Where it was found, without the host. */
    readonly address: string,
    readonly status: number,
  ) {
    this.root = parse(html);
  }

  get title(): string {
    return textOfTag(this.root, 'title');
  }

  get heading(): string {
    return textOfTag(this.root, 'h1');
  }

  get headings(): string[] {
    return [...all(this.root, 'h1', 'h2', 'h3', 'h4')].map((one) => textOf(one));
  }

  get language(): string {
    return first(this.root, 'html')?.attributes['lang'] ?? '';
  }

  get direction(): string {
    return first(this.root, 'html')?.attributes['dir'] ?? '';
  }

  /** Everything that is said on it, from the top to the bottom. */
  get text(): string {
    return textOf(this.root);
  }

  /** What stands in its main part. */
  get main(): string {
    const main = first(this.root, 'main');
    return main ? textOf(main) : '';
  }

  get links(): Link[] {
    return [...all(this.root, 'a')]
      .filter((a) => has(a, 'href') && !hidden(a))
      .map((a) => ({ name: nameOf(a), address: a.attributes['href']! }));
  }

  get buttons(): string[] {
    return this.buttonElements().map(nameOf);
  }

  get fields(): Field[] {
    return fieldsOf(this.root);
  }

  /** What is to be corrected: the lines of the error summary. */
  get errors(): string[] {
    const summary = [...all(this.root)].find((one) => one.attributes['role'] === 'alert');
    return summary ? [...all(summary, 'li')].map((one) => textOf(one)) : [];
  }

  /** The lines of every list and table row with this text in it. */
  rows(containing: string | RegExp): string[] {
    return [...all(this.root, 'li', 'tr', 'div')]
      .filter((row) => row.tag !== 'div' || row.parent?.tag === 'dl')
      .map((row) => textOf(row))
      .filter((text) => (typeof containing === 'string' ? text.includes(containing) : containing.test(text)));
  }

  /** The address behind a link; of several that are called the same, the first. */
  link(name: string | RegExp): string {
    const firsts = this.links.filter((one, i, all) => all.findIndex((other) => other.name === one.name) === i);
    return absolute(onlyOne('link', firsts, (one) => one.name, name).address, this.address);
  }

  field(label: string | RegExp): Field {
    return onlyOne('field', this.fields, ({ label: has }) => has, label);
  }

  /** Whether a link, a button or a field of this name is on it. */
  offers(name: string | RegExp): boolean {
    const names = [...this.links.map((one) => one.name), ...this.buttons, ...this.fields.map(({ label }) => label)];
    return names.some((one) => (typeof name === 'string' ? one === name : name.test(one)));
  }

  button(name: string | RegExp): { element: Element; form: Element } {
    const element = onlyOne('button', this.buttonElements(), nameOf, name);
    const form = element.attributes['form'] ? this.byId(element.attributes['form']) : above(element, 'form');
    if (!form) throw new Error(`The button “${nameOf(element)}” belongs to no form`);
    return { element, form };
  }

  byId(id: string): Element | null {
    return [...all(this.root)].find((one) => one.attributes['id'] === id) ?? null;
  }

  /** One element by its attribute, such as `data-outcome`; its value. */
  data(name: string): string | null {
    return [...all(this.root)].find((one) => has(one, `data-${name}`))?.attributes[`data-${name}`] ?? null;
  }

  private buttonElements(): Element[] {
    const pressed = [...all(this.root, 'button', 'input')].filter(
      (one) => one.tag === 'button' || ['submit', 'image'].includes(one.attributes['type'] ?? ''),
    );
    return pressed.filter((one) => one.attributes['type'] !== 'button' && !hidden(one));
  }
}

/** Reads an answer like a person. `address` matters only where a page has relative links. */
export function read(answer: Answer | string, address = '/'): Page {
  return typeof answer === 'string' ? new Page(answer, address, 200) : new Page(answer.text, address, answer.status);
}

/** The name under which a link or button is known: what it says, or what is said for it. */
export function nameOf(element: Element): string {
  return (
    tidied(element.attributes['aria-label'] ?? '') ||
    textOf(element) ||
    tidied(element.attributes['value'] ?? element.attributes['title'] ?? '')
  );
}

/** Opens an address and goes where it leads. */
export async function open(visitor: Visitor, address: string): Promise<Page> {
  return arrive(visitor, await visitor.get(address), absolute(address, '/'));
}

/** Follows a link of the page by its name. */
export function follow(visitor: Visitor, page: Page, name: string | RegExp): Promise<Page> {
  return open(visitor, page.link(name));
}

/** Follows redirects, as a browser does, to the page at their end. */
export async function arrive(visitor: Visitor, answer: Answer, address: string): Promise<Page> {
  for (let hops = 0; [301, 302, 303, 307, 308].includes(answer.status); hops++) {
    if (hops === 10) throw new Error(`${address} leads in circles`);
    address = absolute(answer.headers['location']!, address);
    answer = await visitor.get(address);
  }
  return new Page(answer.text, address, answer.status);
}

/** An address as the server is asked for it, from what a page says. */
export function absolute(address: string, from: string): string {
  const { pathname, search } = new URL(address, new URL(from, 'http://here.invalid'));
  return pathname + search;
}

export function onlyOne<T>(kind: string, from: T[], name: (one: T) => string, wanted: string | RegExp): T {
  const fits = (strict: boolean) =>
    from.filter((one) =>
      typeof wanted !== 'string' ? wanted.test(name(one)) : strict ? name(one) === wanted : name(one).startsWith(wanted),
    );
  const found = fits(true).length ? fits(true) : fits(false);
  if (found.length === 1) return found[0]!;
  const names = from.map((one) => `“${name(one)}”`).join(', ') || 'none';
  throw new Error(`${found.length ? 'More than one' : 'No'} ${kind} “${wanted}”. There are: ${names}`);
}

function hidden(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parent) if (has(one, 'hidden')) return true;
  return false;
}

function textOfTag(root: Element, tag: string): string {
  const found = first(root, tag);
  // The title stands in the head, of which nothing else is ever said.
  return found ? tidied(found.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')) : '';
}
