/** One after the other, each in a turn of the event loop of its own: a crowd that looks at once keeps nobody waiting who acts meanwhile. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  next(): Promise<void> {
    return (this.last = this.last.then(() => new Promise((turn) => setImmediate(turn))));
  }
}
