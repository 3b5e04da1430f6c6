/** What is to be corrected in a review before it can be taken. */
import { isBlank } from '../../kernel/text';
import { Assignment } from '../assignment';
import { Levels, mark, unchosen } from '../marking';

interface Correction {
  field: string;
  key: string;
  details: Record<string, number>;
}

/** Every criterion needs a level, and sending back a reason. Accepting what is below the pass mark would contradict itself. */
export function corrections(
  { criteria, passMark }: Assignment,
  { levels, comment, verdict }: { levels: Levels; comment: string; verdict: 'accepted' | 'revise' | null },
): Correction[] {
  const missing = unchosen(criteria, levels).map((key) => ({ field: `levels.${key}`, key: 'assignments.error.level', details: {} }));
  const { points, most, passed } = mark(criteria, levels, passMark);
  const low = verdict === 'accepted' && missing.length === 0 && !passed;
  const silent = verdict !== 'accepted' && isBlank(comment);
  return [
    ...missing,
    ...(low
      ? [{ field: `levels.${criteria[0]!.key}`, key: 'assignments.error.below', details: { points, most, mark: passMark / 100 } }]
      : []),
    ...(silent ? [{ field: 'comment', key: 'assignments.error.comment', details: {} }] : []),
  ];
}

/** Levels of criteria that the assignment does not have: nobody types these. */
export function strange({ criteria }: Assignment, levels: Levels): boolean {
  return Object.keys(levels).some((key) => !criteria.some((criterion) => criterion.key === key));
}
