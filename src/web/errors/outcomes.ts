/** Ways in which a request ends early, in the words of the house; only the error filter knows their status numbers. */

/** Nobody is signed in, and this needs somebody. */
export class SignInFirst extends Error {}

/** The form that arrived is not one of ours: a field twice, a field nobody declared, another kind of body. */
export class UnreadableForm extends Error {
  constructor(
    readonly kind: 'shape' | 'unknown-field' | 'type' | 'size',
    readonly field: string | null = null,
    /** The phrase that says it, where there is a better one than for any form. */
    readonly reason: string | null = null,
  ) {
    super(`unreadable form: ${kind}`);
  }
}

/** The request came from another site, or from a page that lay open too long. `text` is what was typed, to be copied. */
export class ForeignRequest extends Error {
  constructor(readonly typed: { name: string; value: string }[] = []) {
    super('request from another site');
  }
}

/** Too many tries; `seconds` until the next one may be made. */
export class TooManyTries extends Error {
  constructor(
    readonly reason: string,
    readonly seconds: number,
  ) {
    super(reason);
  }
}

/** What the holder of a link that does not work can do instead. */
export interface Way {
  address: string;
  /** A phrase key. */
  label: string;
  /** Offered only while nobody is signed in. */
  forStrangers: boolean;
}

/** A link that worked once and no longer does; `reason` is a phrase key. */
export class Gone extends Error {
  constructor(
    readonly reason: string,
    readonly way: Way | null = null,
  ) {
    super(reason);
  }
}

/** A link that was mistyped, replaced or taken back: the same answer for all of them, so that it tells nobody which it was. */
export class DeadLink extends Error {
  constructor(
    readonly reason: string,
    readonly way: Way,
  ) {
    super(reason);
  }
}
