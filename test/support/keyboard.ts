import type { Page as Tab } from 'playwright-core';

const MOST_STEPS = 150;

/** Somebody who has a keyboard and nothing else. Wherever they come, it must be seen that they are there. */
export class Keyboard {
  /** Places where the focus could not be seen, or was behind something. */
  readonly unseen: string[] = [];
  stops = 0;
  private last = '';

  constructor(private readonly tab: Tab) {}

  /** Goes on with Tab until the focus is on what the selector names. */
  async tabTo(selector: string): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step++) {
      await this.tab.keyboard.press('Tab');
      await this.look();
      if (await this.isOn(selector)) return;
    }
    throw new Error(`${MOST_STEPS} times Tab, and nothing came that is ${selector}`);
  }

  async type(text: string): Promise<void> {
    await this.tab.keyboard.type(text);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.tab.keyboard.press(key);
  }

  /** Presses a key that leads to another page. */
  async go(key = 'Enter'): Promise<void> {
    await Promise.all([this.tab.waitForNavigation({ waitUntil: 'load' }), this.tab.keyboard.press(key)]);
  }

  /** Goes through a whole page with Tab; how many stops it has. Throws when there is no way out. */
  async through(): Promise<string[]> {
    const places: string[] = [];
    for (let step = 0; step < MOST_STEPS; step++) {
      await this.tab.keyboard.press('Tab');
      const place = (await this.tab.evaluate(
        `document.activeElement === document.body ? null : document.activeElement.outerHTML.slice(0, 120)`,
      )) as string | null;
      if (place === null || (places.length > 1 && place === places[0])) return places;
      places.push(place);
      await this.look();
    }
    throw new Error(`There is no way out of this page: after ${MOST_STEPS} times Tab the focus is still in it`);
  }

  isOn(selector: string): Promise<boolean> {
    return this.tab.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);
  }

  /** What has the focus looks different from what has not, and nothing lies over it (WCAG 2.4.7, 2.4.11). */
  private async look(): Promise<void> {
    this.stops++;
    const found = (await this.tab.evaluate(LOOK)) as {
      box: { x: number; y: number; width: number; height: number } | null;
      covered: boolean;
      html: string;
    };
    if (!found.box || found.html === this.last) return; // a date has several stops inside it, and begins anew when it loses the focus
    this.last = found.html;
    const clip = {
      x: Math.max(0, found.box.x - 6),
      y: Math.max(0, found.box.y - 6),
      width: found.box.width + 12,
      height: found.box.height + 12,
    };
    const focused = await this.tab.screenshot({ clip });
    await this.tab.evaluate('window.wasFocused = document.activeElement; wasFocused.blur()');
    const plain = await this.tab.screenshot({ clip });
    await this.tab.evaluate('wasFocused.focus({ preventScroll: true, focusVisible: true })');
    if (focused.equals(plain)) this.unseen.push(`no change: ${found.html}`);
    if (found.covered) this.unseen.push(`covered: ${found.html}`);
  }
}

/** Where the focus is on the screen, and whether something else lies there. A control inside its label is seen as that label. */
const LOOK = `(() => {
  const one = document.activeElement;
  if (one === document.body) return { box: null, covered: false, html: '' };
  const shown = ['radio', 'checkbox'].includes(one.type) ? one.closest('label') ?? one : one;
  const { x, y, width, height } = shown.getBoundingClientRect();
  const top = document.elementFromPoint(Math.min(innerWidth - 1, x + width / 2), Math.min(innerHeight - 1, y + height / 2));
  const covered = !(top && (shown.contains(top) || top.contains(shown)));
  return { box: { x, y, width, height }, covered, html: one.outerHTML.slice(0, 120) };
})()`;
