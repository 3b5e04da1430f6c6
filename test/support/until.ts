import { setTimeout as later } from 'node:timers/promises';

/** What a test waits for at most. */
export const LONGEST_MS = 90_000; // a machine that runs four suites at once takes its time; only what never comes shall fail
const LOOK_MS = 50;

/** Waits until a claim is true; throws with what was waited for when it never is. */
export async function until(claim: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; !(await claim()); await later(LOOK_MS)) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
  }
}
