const TIMES = 8;
const LEAST_MS = 5;

/**
 * How much more a work costs of something eight times as long: about 8 when it grows with the length, 64 when with its square. What the processor
 * did counts, not the clock, so that it says the same on a busy machine; what takes less than a few milliseconds counts as a few.
 */
export function growth(work: (length: number) => unknown, length: number): number {
  work(length / TIMES); // compiled before it is measured
  const [few, many] = [length / TIMES, length].map((each) => Math.min(cost(work, each), cost(work, each))); // once, something else may be cleared away meanwhile
  return many! / Math.max(LEAST_MS, few!);
}

/** Between 8 and 64; nearer to what grows with the length. */
export const LINEAR = 24;

function cost(work: (length: number) => unknown, length: number): number {
  const before = process.cpuUsage();
  work(length);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
