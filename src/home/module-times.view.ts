import { spoken } from '../content/translation';
import { deadlineOf, lateness } from '../cohorts/timetable/deadlines';
import { dueOf, opensAt, type Reading } from '../cohorts/timetable/due';
import { courseIn, waiting } from '../cohorts/timetable/timetable';
import type { LearningInCohort } from './my-learning.service';

/** When a module opens and is due, as its trainee reads it; printed by views/home/_times.hbs. */
export function moduleTimes({ study, programme, standing }: LearningInCohort, index: number, reading: Reading) {
  const { cohort, ownDays } = study;
  const { slug } = programme.modules[index]!;
  const { complete, completedAt } = standing.modules[index]!;
  const waits = complete ? null : waiting(cohort.timetable, slug, courseIn(standing), cohort.zone, reading.now);
  const due = dueOf(study, slug, reading);
  return {
    opens:
      waits &&
      (waits.for === 'day'
        ? { day: waits.on, clocks: opensAt(waits.on, cohort.zone, reading), after: null }
        : { day: null, clocks: [], after: spoken(programme.modules.find((one) => one.slug === waits.module)!.title) }),
    due: due && {
      ...due,
      complete,
      late: lateness(deadlineOf(cohort.timetable, ownDays, slug, cohort.zone), completedAt, reading.now) !== null,
    },
  };
}
