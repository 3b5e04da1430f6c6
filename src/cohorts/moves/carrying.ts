import { type Completed, type Plan, standing } from '../../progress/standing';
import { moduleSubject, programmeSubject, stepSubject } from '../../progress/subjects';

/**
 * What somebody who is moved brings along: the lines of their ledger that are about the other plan too, with their first dates, and the
 * modules and the programme that are complete there by these.
 */
export function carried(plan: Plan, lines: readonly Completed[]): Completed[] {
  const known = new Set<string>([
    programmeSubject(plan.programme),
    ...plan.modules.flatMap(({ slug, steps }) => [moduleSubject(slug), ...steps.map(({ key }) => stepSubject(slug, key))]),
  ]);
  const shared = lines.filter(({ subject }) => known.has(subject));
  const there = standing(plan, shared);
  const earned = there.modules.flatMap(({ slug, complete, completedAt }) =>
    complete ? [{ subject: moduleSubject(slug) as string, at: completedAt! }] : [],
  );
  if (there.complete) earned.push({ subject: programmeSubject(plan.programme), at: there.completedAt! });
  const first = new Map<string, Completed>();
  for (const line of [...shared, ...earned]) {
    const before = first.get(line.subject);
    if (!before || line.at < before.at) first.set(line.subject, line);
  }
  return [...first.values()];
}
