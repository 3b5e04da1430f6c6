import { codeAt, stepOf } from '../../src/people/second-factor/one-time-codes';
import { open, type Page } from '../support/page';
import { submit } from '../support/submit';
import type { TestApp } from '../support/app';
import { all, textOf } from '../support/html';
import type { Visitor } from '../support/visitor';

/** Somebody's app for codes: it has read the secret from the page. */
export class Phone {
  constructor(
    private readonly world: TestApp,
    readonly secret: string,
    /** What the page with the codes for paper said. */
    readonly paper: string[],
  ) {}

  /** The code of now, or of some half minutes later. */
  code(later = 0): string {
    return codeAt(this.secret, stepOf(this.world.clock.now()) + later);
  }

  /** Switches the second step on, through its pages. */
  static async setUp(world: TestApp, visitor: Visitor): Promise<Phone> {
    const begun = await submit(visitor, await open(visitor, '/account/second-factor'), 'Set it up');
    const secret = secretOn(begun);
    const paper = await submit(visitor, begun, 'Switch it on', { 'Code of six digits': codeAt(secret, stepOf(world.clock.now())) });
    const codes = codesOn(paper);
    await submit(visitor, paper, 'I have kept them');
    return new Phone(world, secret, codes);
  }
}

export const secretOn = (page: Page): string => textOf([...all(page.root, 'code')][0]!).replaceAll('-', '');
export const codesOn = (page: Page): string[] => [...all(page.root, 'code')].map((one) => textOf(one));
