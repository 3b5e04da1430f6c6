/** What newer versions do to how far people are. What was recorded as earned stays earned: see `progress/standing.ts`. */
import { type Completed, doneSubjects, type Plan, standing } from '../../progress/standing';
import { moduleSubject, programmeSubject, type Subject } from '../../progress/subjects';

export interface Effects {
  /** How many have finished the programme, and keep it. */
  finished: number;
  /** How many have finished a module, by its slug; those that nobody has are left out. */
  modules: Map<string, number>;
  /** How many have finished the programme by it, because what they had not done is no longer in it. */
  finishing: number;
  /** How many have more to do than before. */
  more: number;
}

/** `ledgers`: of each person what they have done. */
export function effects(was: Plan, now: Plan, ledgers: readonly (readonly Completed[])[]): Effects {
  const found: Effects = { finished: 0, modules: new Map(), finishing: 0, more: 0 };
  for (const ledger of ledgers) {
    const [before, after] = [standing(was, ledger), standing(now, [...ledger, ...kept(was, ledger)])];
    for (const { slug, complete } of before.modules) if (complete) found.modules.set(slug, (found.modules.get(slug) ?? 0) + 1);
    if (before.complete) found.finished++;
    else if (after.complete) found.finishing++;
    else if (after.missing.some((subject) => !before.missing.includes(subject))) found.more++;
  }
  return found;
}

/** What is to be recorded so that a ledger says all that its person has earned in a plan. */
export function unrecorded(plan: Plan, ledger: readonly Completed[]): Subject[] {
  const recorded = doneSubjects(ledger);
  const { modules, complete } = standing(plan, ledger);
  const earned: Subject[] = modules.flatMap((module) => (module.complete ? [moduleSubject(module.slug)] : []));
  if (complete) earned.push(programmeSubject(plan.programme));
  return earned.filter((subject) => !recorded.has(subject));
}

function kept(plan: Plan, ledger: readonly Completed[]): Completed[] {
  return unrecorded(plan, ledger).map((subject) => ({ subject, at: new Date(0) }));
}
