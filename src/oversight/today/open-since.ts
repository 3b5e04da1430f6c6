/** Since when somebody has had something to do: days in which everything waits for a date, for reviewers or for peers are nobody's silence. */
import { dayBegins } from '../../cohorts/timetable/days';
import { courseIn, type Days, timesOf, waiting } from '../../cohorts/timetable/timetable';
import type { LearningModule } from '../../modules/learning-module';
import { path } from '../../modules/path';
import { type Completed, doneSubjects, type Plan, standing, type Standing } from '../../progress/standing';

/** What there is to do in a cohort, and from when on. */
export interface Schedule {
  plan: Plan;
  modules: readonly Pick<LearningModule, 'slug' | 'steps'>[];
  timetable: Days | null;
  startsOn: string;
  zone: string;
}

/** A work that was handed in once, and when its last answer came. */
export interface HandedOut {
  module: string;
  step: string;
  /** It is with its reviewers. */
  waits: boolean;
  answeredAt: Date | null;
}

/** The first moment from which one of the things was open that are open now; null when nothing is. */
export function openSince(schedule: Schedule, ledger: readonly Completed[], works: readonly HandedOut[], now: Date): Date | null {
  const { timetable, zone } = schedule;
  const far = standing(schedule.plan, ledger);
  const [course, done] = [courseIn(far), doneSubjects(ledger)];
  const moments = far.modules.flatMap(({ slug, complete }): Date[] => {
    if (complete || waiting(timetable, slug, course, zone, now)) return [];
    const module = schedule.modules.find((one) => one.slug === slug)!;
    const since = opened(slug, schedule, far);
    const open = path(module, done).filter(({ state }) => state === 'open');
    return open.flatMap(({ step }) => {
      const work = works.find((one) => one.module === slug && one.step === step.key);
      return work?.waits ? [] : [later(since, work?.answeredAt ?? since)];
    });
  });
  return moments.reduce((first: Date | null, at) => (first && first < at ? first : at), null);
}

/** When an open module opened. */
function opened(slug: string, { timetable, startsOn, zone }: Schedule, { modules }: Standing): Date {
  const starts = dayBegins(startsOn, zone);
  const { opens, opensOn } = timesOf(timetable, slug);
  if (opens === 'on' && opensOn !== null) return later(starts, dayBegins(opensOn, zone));
  const before = modules[modules.findIndex((one) => one.slug === slug) - 1];
  return opens === 'after' ? later(starts, before?.completedAt ?? starts) : starts;
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
