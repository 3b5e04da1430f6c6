import { Cohort } from '../../../src/cohorts/cohort.entity';
import { Cohorts } from '../../../src/cohorts/cohorts.service';
import type { Days, ModuleTimes } from '../../../src/cohorts/timetable/timetable';
import type { Options } from '../../support/app';
import { loadLibrary, startLearning, type LearningWorld, enrol, openCohort } from '../../support/world';
import { changedLibrary } from '../../quizzes/sitting';

/** A cohort in Nairobi from Monday 1 March to Sunday 11 April 2027 with two modules: one of lessons and a quiz of ten minutes, and one of a lesson and tables. */
export interface TwoModules extends LearningWorld {
  /** Enrolments in it. */
  ours: { wanjiku: string; baraka: string };
}

export const [FIRST, SECOND] = ['rough-consensus', 'at-the-table'] as const;

export async function startTwoModules(options: Options = {}): Promise<TwoModules> {
  const world = await startLearning(options);
  const library = changedLibrary({
    'programmes/taking-part.yml': [['modules: [rough-consensus]', 'modules: [rough-consensus, at-the-table]']],
    'quizzes/rough-consensus/quiz.yml': [['minutes: null', 'minutes: 10']],
  });
  await loadLibrary(world, library.folder);
  library.remove();
  const cohort = await openCohort(world, world.kenya, { name: 'Two modules' });
  const ours = { wanjiku: await enrol(world, world.wanjiku, cohort), baraka: await enrol(world, world.baraka, cohort) };
  return { ...world, cohort, ours };
}

export const lesson = (enrolment: string, step = 'where-the-idea-comes-from', module: string = FIRST) =>
  `/lessons/${enrolment}/${module}/${step}`;
export const quiz = (enrolment: string) => `/quizzes/${enrolment}/${FIRST}/quiz`;
export const table = (enrolment: string) => `/simulations/${enrolment}/${SECOND}/exchange-point-peering`;

export const opensOn = (day: string, dueOn: string | null = null): ModuleTimes => ({ opens: 'on', opensOn: day, dueOn });
export const opensAfter: ModuleTimes = { opens: 'after', opensOn: null, dueOn: null };
export const due = (day: string): ModuleTimes => ({ opens: 'start', opensOn: null, dueOn: day });

export const stored = async ({ app, cohort }: TwoModules): Promise<Cohort> => (await app.get(Cohorts, { strict: false }).byId(cohort.id))!;

/** Sets a timetable without its page. */
export async function setTimes(world: TwoModules, modules: Days['modules'], ends: Days['ends'] = 'zone'): Promise<void> {
  const { id, version } = await stored(world);
  await world.database.write((write) => write.changeAt(Cohort, { id, version }, { timetable: { ends, modules, before: null } }));
}
