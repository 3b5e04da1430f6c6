import { spoken } from '../../content/translation';
import type { Study } from '../../cohorts/enrolment/study';
import { deadlineOf, isLate, lateness } from '../../cohorts/timetable/deadlines';
import { courseIn, waiting } from '../../cohorts/timetable/timetable';
import type { Pins } from '../../content/content.service';
import type { ModuleOutline, StepOutline } from '../../modules/outlines.service';
import { path } from '../../modules/path';
import type { Seen } from './person-pages.service';
import { isOpen } from '../../quizzes/sitting/timing';
import { stepSubject } from '../../progress/subjects';
import { type TableSoFar, why } from './why';

type Found = Pick<Seen, 'programme' | 'standing' | 'done' | 'doneAt' | 'attempts' | 'passMarks' | 'tables' | 'works'>;

/** Module by module and step by step: done, or why not; by when it was to be done, and what came later. */
export function stepRows(seen: Found, { cohort, ownDays }: Study, worksAddress: string, now: Date) {
  const { pins, timetable, zone } = cohort;
  return seen.programme.modules.map((module, index) => {
    const { complete, completedAt } = seen.standing.modules[index]!;
    const steps = path({ slug: module.slug, steps: module.steps.map(({ structure }) => structure) }, seen.done);
    const deadline = deadlineOf(timetable, ownDays, module.slug, zone);
    const waits = complete ? null : waiting(timetable, module.slug, courseIn(seen.standing), zone, now);
    return {
      title: spoken(module.title),
      opensOn: waits?.for === 'day' ? waits.on : null,
      opensAfter: waits?.for === 'module' ? spoken(seen.programme.modules.find(({ slug }) => slug === waits.module)!.title) : null,
      due: deadline && { on: deadline.on, own: deadline.own, late: lateness(deadline, completedAt, now) !== null },
      steps: module.steps.map((step, at) => {
        const { state, why: first } = steps[at]!;
        const done = complete || state === 'done';
        const doneAt = seen.doneAt.get(stepSubject(module.slug, step.key));
        const work = seen.works.find((one) => one.module === module.slug && one.step === step.key) ?? null;
        return {
          title: spoken(step.title),
          done,
          late: deadline !== null && doneAt !== undefined && isLate(deadline, doneAt),
          locked: !done && first ? spoken(titleOf(module, first.step.key)) : null,
          why: done
            ? null
            : why(step.kind, { quiz: quizSoFar(seen, module.slug, step, pins), table: tableSoFar(seen, module.slug, step), work }),
          workAddress: work?.number ? `${worksAddress}/${work.id}` : null,
        };
      }),
    };
  });
}

function titleOf({ steps }: ModuleOutline, key: string) {
  return steps.find((step) => step.key === key)!.title;
}

function quizSoFar({ attempts, passMarks }: Found, module: string, { key, structure }: StepOutline, pins: Pins) {
  if (structure.kind !== 'quiz') return null;
  const own = attempts.filter((one) => one.module === module && one.step === key);
  const shares = own.flatMap((attempt) => (attempt.points === null ? [] : [shareOf(attempt)]));
  return {
    passMark: passMarks.get(pins[`quiz:${structure.quiz}`] ?? '') ?? 0,
    best: shares.length ? Math.max(...shares) : null,
    begun: own.some(isOpen),
  };
}

/** Percent, rounded down, as the trainee reads it. */
export function shareOf({ points, most }: { points: number | null; most: number | null }): number {
  return most ? Math.floor(((points ?? 0) * 100) / most) : 0;
}

function tableSoFar({ tables }: Found, module: string, { key }: StepOutline): TableSoFar {
  const latest = tables.findLast((table) => table.module === module && table.step === key);
  if (!latest) return null;
  return latest.endedAt ? 'ended' : 'open';
}
