import type { Answering } from '../sitting/behaviour';
import type { Certainty } from '../sitting/certainty';
import type { Given } from '../questions/given';

/** What is stored of an answer, as far as behaviours look at it. */
interface Stored {
  given: Given;
  certainty: Certainty | null;
  tries: Given[] | null;
  closedAt: Date | null;
}

export function answeringOf({ given, certainty, tries, closedAt }: Stored): Answering {
  return { given, certainty, tries: tries ?? [], closed: closedAt !== null };
}
