/** What people in a cohort made of a chapter's quiz: how often they tried, and what counts of it. */
import type { Counting } from '../../content/quiz-settings';

export interface Try {
  enrolmentId: string;
  name: string;
  attemptId: string;
  slug: string;
  /** counted from 1 */
  number: number;
  handedInAt: Date | null;
  /** hundredths of a point; null while it is open or waits for somebody who marks it */
  points: number | null;
  most: number | null;
  versionId: string;
}

export interface PersonResult {
  enrolmentId: string;
  name: string;
  /** handed in */
  tries: number;
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
    const marked = handedIn.filter(({ points, most }) => points !== null && most);
    return {
      enrolmentId: own[0]!.enrolmentId,
      name: own[0]!.name,
      tries: handedIn.length,
      open: handedIn.length < own.length,
      percent: counted(marked.map(({ points, most }) => (points! * 100) / most!), counting), // prettier-ignore
      waits: marked.length < handedIn.length,
    };
  });
}

function counted(percents: readonly number[], counting: Counting): number | null {
  if (percents.length === 0) return null;
  const sum = percents.reduce((all, one) => all + one, 0);
  const chosen = { highest: Math.max(...percents), average: sum / percents.length, first: percents[0]!, last: percents.at(-1)! };
  return Math.floor(chosen[counting] + 1e-9);
}
