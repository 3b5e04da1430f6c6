/** How far someone is in a programme, and what is missing: the one answer that every screen shows. */
import { moduleSubject, programmeSubject, stepSubject, Subject } from './subjects';

/** What there is to do: a programme's modules and their steps, in order. */
export interface Plan {
  programme: string;
  modules: { slug: string; steps: { key: string }[] }[];
}

/** A line of the ledger. */
export interface Completed {
  subject: string;
  at: Date;
}

export interface ModuleStanding {
  slug: string;
  /** steps */
  done: number;
  total: number;
  complete: boolean;
  completedAt: Date | null;
  /** steps that are still to be done, in order */
  missing: Subject[];
}

export interface Standing {
  /** steps of all modules */
  done: number;
  total: number;
  /** percent, rounded down: 100 means that nothing is missing */
  share: number;
  modules: ModuleStanding[];
  complete: boolean;
  completedAt: Date | null;
  missing: Subject[];
}

/**
 * The standing that a ledger gives in a plan. What was recorded as earned stays earned with its first date: a module or programme in the
 * ledger counts in full, even when its plan gained steps since. Lines about things outside the plan do not count.
 */
export function standing(plan: Plan, completions: readonly Completed[]): Standing {
  const dates = firstDates(completions);
  const recorded = dates.get(programmeSubject(plan.programme)) ?? null;
  const modules = plan.modules.map(({ slug, steps }) => moduleStanding(slug, steps, dates, recorded));
  const complete = recorded !== null || (modules.length > 0 && modules.every((module) => module.complete));
  const [done, total] = [sum(modules.map((module) => module.done)), sum(modules.map((module) => module.total))];
  return {
    done,
    total,
    share: complete ? 100 : total === 0 ? 0 : Math.floor((done * 100) / total),
    modules,
    complete,
    completedAt: complete ? (recorded ?? latest(modules.map((module) => module.completedAt))) : null,
    missing: modules.flatMap((module) => module.missing),
  };
}

/** The module and the programme that become complete when this subject is recorded; empty when it already was. */
export function earned(plan: Plan, completions: readonly Completed[], subject: string): Subject[] {
  const before = standing(plan, completions);
  const after = standing(plan, [...completions, { subject, at: new Date(0) }]);
  const modules = after.modules.filter((module, index) => module.complete && !before.modules[index]!.complete);
  const found = modules.map((module) => moduleSubject(module.slug));
  if (after.complete && !before.complete) found.push(programmeSubject(plan.programme));
  return found.filter((each) => each !== subject);
}

/** The subjects of a ledger, for looking things up. */
export function doneSubjects(completions: readonly Completed[]): ReadonlySet<string> {
  return new Set(completions.map(({ subject }) => subject));
}

type Dates = ReadonlyMap<string, Date>;

function moduleStanding(slug: string, steps: Plan['modules'][number]['steps'], dates: Dates, programme: Date | null): ModuleStanding {
  const subjects = steps.map(({ key }) => stepSubject(slug, key));
  const missing = subjects.filter((subject) => !dates.has(subject));
  const recorded = dates.get(moduleSubject(slug)) ?? programme;
  const complete = recorded !== null || (subjects.length > 0 && missing.length === 0);
  return {
    slug,
    done: complete ? subjects.length : subjects.length - missing.length,
    total: subjects.length,
    complete,
    completedAt: complete ? (recorded ?? latest(subjects.map((subject) => dates.get(subject)!))) : null,
    missing: complete ? [] : missing,
  };
}

function firstDates(completions: readonly Completed[]): Dates {
  const dates = new Map<string, Date>();
  for (const { subject, at } of completions) {
    const known = dates.get(subject);
    if (!known || at < known) dates.set(subject, at);
  }
  return dates;
}

function latest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce((last, date) => (last === null || (date !== null && date > last) ? date : last), null);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
