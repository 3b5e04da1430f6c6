import type { Locator, Page as Tab } from 'playwright-core';
import type { Field } from './fields';
import type { Hands } from './hands';
import { all, type Element, has } from './html';
import { nameOf, onlyOne, type Page, read } from './page';
import type { Given } from './submit';

/** A hand on a real browser: what it finds by name on the page, it presses and fills with the browser's own means. */
export class BrowserHands implements Hands {
  presses = 0;

  constructor(
    readonly tab: Tab,
    private readonly site: string,
  ) {}

  async page(): Promise<Page> {
    const { pathname, search } = new URL(this.tab.url());
    return read(await this.tab.content(), pathname + search);
  }

  async goTo(address: string): Promise<Page> {
    await this.tab.goto(this.site + address);
    return this.page();
  }

  async follow(name: string | RegExp): Promise<Page> {
    const links = [...all((await this.page()).root, 'a')].filter((one) => has(one, 'href'));
    const firsts = links.filter((one, i) => links.findIndex((other) => nameOf(other) === nameOf(one)) === i);
    return this.click(onlyOne('link', firsts, nameOf, name));
  }

  async press(button: string | RegExp, given: Given = {}): Promise<Page> {
    await this.fill(given);
    return this.click((await this.page()).button(button).element);
  }

  async loseSession(): Promise<void> {
    await this.tab.context().clearCookies({ name: 'session' });
  }

  /** Fills in without pressing anything. */
  async fill(given: Given): Promise<void> {
    for (const [label, value] of Object.entries(given)) await this.put((await this.page()).field(label), value);
  }

  private async put(field: Field, value: Given[string]): Promise<void> {
    const [first] = field.elements as [Element];
    if (field.kind === 'text') return this.at(first).fill(String(value));
    if (field.kind === 'list')
      return void (await this.at(first).selectOption({
        index: field.options.indexOf(onlyOne('choice', field.options, (one) => one, String(value))),
      }));
    if (field.kind === 'tick') return this.at(first).setChecked(Boolean(value));
    const wanted = [value].flat().map((words) => field.options.indexOf(onlyOne('choice', field.options, (one) => one, String(words))));
    for (const [i, element] of field.elements.entries()) {
      if (field.kind === 'choices') await this.at(element).setChecked(wanted.includes(i));
      else if (wanted.includes(i)) await this.at(element).check();
    }
  }

  /** Presses, and waits for the page that comes. */
  private async click(element: Element): Promise<Page> {
    this.presses++;
    await Promise.all([this.tab.waitForNavigation({ waitUntil: 'load' }), this.at(element).click()]);
    return this.page();
  }

  private at(element: Element): Locator {
    return this.tab.locator(placeOf(element));
  }
}

/** Where an element stands in its document, as a selector. */
export function placeOf(element: Element): string {
  const steps: string[] = [];
  for (let one = element; one.parent && one.tag !== 'html'; one = one.parent) {
    const siblings = one.parent.children.filter((child): child is Element => typeof child !== 'string');
    steps.unshift(`${one.tag}:nth-child(${siblings.indexOf(one) + 1})`);
  }
  return ['html', ...steps].join(' > ');
}
