/** Whoever acts goes first. */
export interface Busy {
  /** Resolves as soon as nobody acts, or after a moment. */
  none(): Promise<void>;
}

/** So long somebody who looks lets others go first; whoever acts all the time stops nobody for ever. */
const PATIENCE_MS = 1_000;

/** One after the other, each in a turn of the event loop of its own: a crowd that looks at once keeps nobody waiting who acts meanwhile. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly acting: Busy) {}

  next(): Promise<void> {
    const asked = performance.now();
    return (this.last = this.last.then(async () => {
      if (performance.now() - asked < PATIENCE_MS) await this.acting.none();
      await new Promise((turn) => setImmediate(turn));
    }));
  }
}
