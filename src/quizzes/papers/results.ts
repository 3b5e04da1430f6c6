/** What people in a cohort made of a chapter's quiz: how often they tried, and what counts of it. */
import type { Counting } from '../../content/quiz-settings';
import { finalShare, percentOf } from '../sitting/counting';

export interface Try {
  enrolmentId: string;
  name: string;
  attemptId: string;
  slug: string;
  /** counted from 1 */
  number: number;
  handedInAt: Date | null;
  abandonedAt: Date | null;
  /** of the points, 0 to 1; null while it is open or waits for somebody who marks it */
  share: number | null;
  versionId: string;
}

export interface PersonResult {
  enrolmentId: string;
  name: string;
  /** handed in */
  tries: number;
  /** one is neither handed in nor given up */
  open: boolean;
  /** percent, rounded down; null while there is nothing to count */
  percent: number | null;
  /** something is to be marked yet */
  waits: boolean;
}

/** One line for each who has begun, in the order of the tries given. */
export function resultsOf(tries: readonly Try[], counting: Counting): PersonResult[] {
  const people = new Map<string, Try[]>();
  for (const one of tries) people.set(one.enrolmentId, [...(people.get(one.enrolmentId) ?? []), one]);
  return [...people.values()].map((own) => {
    const handedIn = own.filter(({ handedInAt }) => handedInAt);
    const share = finalShare(counting, own);
    return {
      enrolmentId: own[0]!.enrolmentId,
      name: own[0]!.name,
      tries: handedIn.length,
      open: own.some(({ handedInAt, abandonedAt }) => !handedInAt && !abandonedAt),
      percent: share === null ? null : Math.max(0, percentOf(share)),
      waits: handedIn.some((one) => one.share === null),
    };
  });
}
