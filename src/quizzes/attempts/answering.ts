import type { Answering } from '../behaviour';
import type { Answer } from './answer.entity';

/** A saved answer as behaviours see it. */
export function answeringOf({ given, certainty, tries, closedAt }: Pick<Answer, 'given' | 'certainty' | 'tries' | 'closedAt'>): Answering {
  return { given, certainty, tries: tries ?? [], closed: closedAt !== null };
}
