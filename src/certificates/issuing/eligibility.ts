/** Who earns a certificate: what it takes, laid beside what somebody has done. */
import { markedSteps, type PlacedStep, requiredSteps, type Requirements } from '../../content/requirements';
import type { StepStructure } from '../../content/structures';
import { type Completed, standing } from '../../progress/standing';
import { moduleSubject, programmeSubject, stepSubject } from '../../progress/subjects';

/** A certificate that can be earned in a programme: the programme's, or a module's own. */
export interface Goal {
  kind: 'programme' | 'module';
  /** The module's slug; empty for the programme. */
  about: string;
  programme: string;
  /** Whose steps it is about, in order. */
  modules: { slug: string; steps: StepStructure[] }[];
  requirements: Requirements;
}

/** The result that counts of one quiz, of all tries at it. */
export interface Mark {
  module: string;
  step: string;
  /** 0 to 1; null while somebody has yet to mark it. */
  share: number | null;
  at: Date;
}

export interface Facts {
  completions: readonly Completed[];
  marks: readonly Mark[];
}

export interface MissingMark {
  least: number;
  /** The one quiz that it is about; null for the average of several. */
  quiz: PlacedStep | null;
  /** Percent, rounded down; null while there is no result. */
  percent: number | null;
}

export interface Missing {
  /** in order */
  steps: PlacedStep[];
  mark: MissingMark | null;
}

/** Earned, and since when; or not yet, and what is missing. */
export type Eligibility = { earned: true; at: Date } | { earned: false; missing: Missing };

export function eligible(goal: Goal, { completions, marks }: Facts): Eligibility {
  const done = doneSteps(goal, completions);
  const mark = markOf(goal, marks);
  const dates = [...done.dates, ...(mark.reachedAt ? [mark.reachedAt] : [])];
  if (!done.missing.length && !mark.missing && dates.length) return { earned: true, at: latest(dates) };
  return { earned: false, missing: { steps: done.missing, mark: mark.missing } };
}

/** The steps that a goal requires by name. */
export function stepsOf({ kind, modules, requirements }: Pick<Goal, 'kind' | 'modules' | 'requirements'>): PlacedStep[] {
  return requiredSteps(requirements, placed(modules), kind);
}

const placed = (modules: Goal['modules']): PlacedStep[] =>
  modules.flatMap(({ slug, steps }) => steps.map((step) => ({ module: slug, step })));

/** Every step: as the standing says it, by which a recorded module or programme counts in full. Some steps: each by its own line. */
function doneSteps(goal: Goal, completions: readonly Completed[]): { missing: PlacedStep[]; dates: Date[] } {
  const { programme, requirements, kind } = goal;
  const required = stepsOf(goal);
  const whole = standing({ programme, modules: goal.modules }, completions);
  if (requirements.requires === 'all') {
    const { complete, completedAt, missing } = kind === 'module' ? whole.modules[0]! : whole;
    if (complete && completedAt) return { missing: [], dates: [completedAt] };
    return { missing: required.filter(({ module, step }) => missing.includes(stepSubject(module, step.key))), dates: [] };
  }
  const dates = new Map<string, Date>();
  for (const { subject, at } of completions) if (!dates.has(subject) || at < dates.get(subject)!) dates.set(subject, at);
  const doneAt = ({ module, step }: PlacedStep) =>
    dates.get(stepSubject(module, step.key)) ?? dates.get(moduleSubject(module)) ?? dates.get(programmeSubject(programme));
  return { missing: required.filter((one) => !doneAt(one)), dates: required.flatMap((one) => doneAt(one) ?? []) };
}

const EXACT = 1e-9;

/** The average of all its quizzes, each as much as the other; a quiz without a result leaves it open. */
function markOf({ modules, requirements }: Goal, marks: readonly Mark[]): { missing: MissingMark | null; reachedAt: Date | null } {
  const { mark } = requirements;
  const quizzes = markedSteps(requirements, placed(modules));
  if (!mark || !quizzes.length) return { missing: null, reachedAt: null };
  const found = quizzes.map(({ module, step }) => marks.find((one) => one.module === module && one.step === step.key));
  const shares = found.flatMap((one) => one?.share ?? []);
  const share = shares.length === quizzes.length ? shares.reduce((sum, one) => sum + one, 0) / shares.length : null;
  if (share !== null && share * 100 >= mark.least - EXACT) return { missing: null, reachedAt: latest(found.map((one) => one!.at)) };
  const quiz = mark.quiz === undefined && quizzes.length > 1 ? null : quizzes[0]!;
  return { missing: { least: mark.least, quiz, percent: share === null ? null : Math.floor(share * 100 + EXACT) }, reachedAt: null };
}

function latest(dates: readonly Date[]): Date {
  return dates.reduce((last, date) => (date > last ? date : last));
}

/** The moment so many months later on the calendar; from the last days of a long month to the last of a short one. */
export function monthsAfter(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const days = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), days));
  return to;
}
