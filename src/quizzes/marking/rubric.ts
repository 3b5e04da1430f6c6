/** How many points a longer text gets: for each thing that is looked at, or for the whole where nothing is set apart. */
import { typedNumber } from '../../kernel/digits';
import type { QuestionOf } from '../questions/question';

export interface Criterion {
  key: string;
  points: number;
}

export const WHOLE_TEXT = 'whole';

export function criteriaOf({ points, rubric }: Pick<QuestionOf<'essay'>, 'points' | 'rubric'>): Criterion[] {
  return rubric.length ? rubric : [{ key: WHOLE_TEXT, points }];
}

export type Given = { points: Record<string, number>; share: number } | { wrong: Criterion[] };

/** Points as they were typed, with halves and quarters where somebody wants them. */
export function givenPoints(question: Pick<QuestionOf<'essay'>, 'points' | 'rubric'>, typed: Readonly<Record<string, string>>): Given {
  const criteria = criteriaOf(question);
  const read = criteria.map((criterion) => ({ criterion, points: typedNumber(typed[criterion.key] ?? '') }));
  const wrong = read.filter(({ criterion, points }) => points === null || points < 0 || points > criterion.points);
  if (wrong.length) return { wrong: wrong.map(({ criterion }) => criterion) };
  const most = criteria.reduce((sum, { points }) => sum + points, 0);
  const sum = read.reduce((all, { points }) => all + points!, 0);
  return { points: Object.fromEntries(read.map(({ criterion, points }) => [criterion.key, points!])), share: most ? sum / most : 0 };
}
