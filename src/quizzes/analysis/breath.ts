/** Work that goes on for seconds, in stretches so short that nobody notices. */

const LONGEST_MS = 8;

/** Taken between two small pieces of work: after some milliseconds of it, everybody who waits comes first. */
export class Breath {
  private since = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.since < LONGEST_MS) return;
    await new Promise((next) => setImmediate(next));
    this.since = performance.now();
  }

  /** Through all of them in their order, so many between two breaths. */
  async through<T>(all: Iterable<T>, work: (one: T) => void, atOnce = 500): Promise<void> {
    let done = 0;
    for (const one of all) {
      work(one);
      if (++done % atOnce === 0) await this.take();
    }
  }
}
