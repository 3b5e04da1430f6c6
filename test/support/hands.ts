import { follow, open, type Page } from './page';
import { type Given, submit } from './submit';
import type { Visitor } from './visitor';

/** Somebody at a browser, real or not: reads the page they are on, fills in, presses. Stories are told once and played with either. */
export interface Hands {
  /** How many links and buttons have been pressed. */
  readonly presses: number;
  page(): Promise<Page>;
  goTo(address: string): Promise<Page>;
  /** Presses a link. */
  follow(name: string | RegExp): Promise<Page>;
  /** Fills in what belongs to the button, then presses it. */
  press(button: string | RegExp, given?: Given): Promise<Page>;
  /** Their session ends while they look at a page. */
  loseSession(): Promise<void>;
}

/** Without a browser: requests, and the HTML that comes back. */
export class PlainHands implements Hands {
  presses = 0;
  private here: Page | null = null;

  constructor(private readonly visitor: Visitor) {}

  page(): Promise<Page> {
    if (!this.here) throw new Error('Nothing is open yet');
    return Promise.resolve(this.here);
  }

  async goTo(address: string): Promise<Page> {
    return (this.here = await open(this.visitor, address));
  }

  async follow(name: string | RegExp): Promise<Page> {
    this.presses++;
    return (this.here = await follow(this.visitor, await this.page(), name));
  }

  async press(button: string | RegExp, given: Given = {}): Promise<Page> {
    this.presses++;
    return (this.here = await submit(this.visitor, await this.page(), button, given));
  }

  async loseSession(): Promise<void> {
    this.visitor.forget('session');
  }
}
