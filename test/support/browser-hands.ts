import type { Locator, Page as Tab } from 'playwright-core';
import type { Field } from './fields';
import type { Hands } from './hands';
import { onlyOne, Page, read } from './page';
import type { Given } from './submit';

/** A hand on a real browser: what it finds by name on the page, it presses and fills with the browser's own means. */
export class BrowserHands implements Hands {
  presses = 0;

  constructor(
    readonly tab: Tab,
    private readonly address: string,
  ) {}

  async page(): Promise<Page> {
    await this.tab.waitForLoadState('domcontentloaded');
    const { pathname, search } = new URL(this.tab.url());
    return read(serialised(await this.tab.content()), pathname + search);
  }

  async goTo(address: string): Promise<Page> {
    await this.tab.goto(this.address + address);
    return this.page();
  }

  async follow(name: string | RegExp): Promise<Page> {
    const links = (await this.page()).links;
    const wanted = onlyOne('link', links.filter((one, i) => links.findIndex((other) => other.name === one.name) === i), (one) => one.name, name);
    const index = links.findIndex((one) => one === wanted);
    await this.pressOn(await this.visible(this.tab.locator('a[href]:not([hidden] *)'), index));
    return this.page();
  }

  async press(button: string | RegExp, given: Given = {}): Promise<Page> {
    await this.fill(given);
    const page = await this.page();
    const { element } = page.button(button);
    const buttons = page.buttons.map((_, i) => i);
    const index = buttons.find((i) => page.buttonAt(i) === element)!;
    await this.pressOn(this.tab.locator('button:not([type=button]), input[type=submit]').nth(index));
    return this.page();
  }

  async fill(given: Given): Promise<void> {
    for (const [label, value] of Object.entries(given)) await this.put((await this.page()).field(label), value);
  }

  private async put(field: Field, value: Given[string]): Promise<void> {
    const at = (i: number) => this.tab.locator(selectorOf(field, i)).first();
    if (field.kind === 'text') return at(0).fill(String(value));
    if (field.kind === 'list') return void (await at(0).selectOption({ label: String(value) }));
    if (field.kind === 'tick') return at(0).setChecked(Boolean(value));
    const wanted = [value].flat().map((words) => field.options.indexOf(onlyOne('choice', field.options, (one) => one, String(words))));
    for (const i of field.elements.keys()) {
      if (field.kind === 'choices') await at(i).setChecked(wanted.includes(i));
      else if (wanted.includes(i)) await at(i).check();
    }
  }

  private async pressOn(target: Locator): Promise<void> {
    this.presses++;
    const before = this.tab.url();
    await Promise.all([this.tab.waitForEvent('domcontentloaded', { timeout: 10_000 }).catch(() => undefined), target.click()]);
    if (this.tab.url() === before) await this.tab.waitForLoadState('load');
  }

  private async visible(all: Locator, index: number): Promise<Locator> {
    return Promise.resolve(all.nth(index));
  }
}
