/** Whoever acts goes first. */
export interface Busy {
  /** Resolves as soon as nobody acts, or after a moment. */
  none(): Promise<void>;
}

/** One after the other, each in a turn of the event loop of its own: a crowd that looks at once keeps nobody waiting who acts meanwhile. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly acting: Busy) {}

  next(): Promise<void> {
    return (this.last = this.last.then(() => this.acting.none()).then(() => new Promise((turn) => setImmediate(turn))));
  }
}
