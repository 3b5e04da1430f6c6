/** How long a mail waits after each failed try, in minutes: patient enough for a mail server that is down over a weekend. */
const WAITS = [1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440];

/** When to try again after `tries` failures, or null when it is time to give up. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = WAITS[tries - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
