import { Cohort } from '../../../src/cohorts/cohort.entity';
import { Cohorts } from '../../../src/cohorts/cohorts.service';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import type { Days, ModuleTimes } from '../../../src/cohorts/timetable/timetable';
import type { Person } from '../../../src/people/person.entity';
import { type Options, startApp } from '../../support/app';
import { freshDatabase } from '../../support/database';
import { foundLearning } from '../../support/found-world';
import {
  enrol,
  fillLearning,
  fillWorld,
  isUsual,
  type LearningWorld,
  loadLibrary,
  openCohort,
  startLearning,
  templateOf,
} from '../../support/world';
import { changedLibrary } from '../../quizzes/sitter';

/** A cohort in Nairobi from Monday 1 March to Sunday 11 April 2027 with two modules: one of lessons and a quiz of ten minutes, and one of a lesson and tables. */
export interface TwoModules extends LearningWorld {
  /** Enrolments in it. */
  ours: { wanjiku: string; baraka: string };
}

const NAME = 'Two modules';

export const [FIRST, SECOND] = ['rough-consensus', 'at-the-table'] as const;

export async function startTwoModules(options: Options = {}): Promise<TwoModules> {
  if (!isUsual(options)) return fillTwoModules(await startLearning(options));
  const world = await foundLearning(await startApp({ ...options, database: () => freshDatabase({ template: TWO_MODULES }) }));
  const cohort = (await world.database.read(Cohort).findOneByOrFail({ name: NAME })) as TwoModules['cohort'];
  const enrolments = await world.database.read(Enrolment).findBy({ cohortId: cohort.id });
  const study = ({ id }: Person) => enrolments.find(({ personId }) => personId === id)!.id;
  return { ...world, cohort, ours: { wanjiku: study(world.wanjiku), baraka: study(world.baraka) } };
}

const TWO_MODULES = templateOf('two_modules', async (app) => fillTwoModules(await fillLearning(await fillWorld(app))), [
  'test/cohorts/timetable',
]);

async function fillTwoModules(world: LearningWorld): Promise<TwoModules> {
  const library = changedLibrary({
    'programmes/taking-part.yml': [['modules: [rough-consensus]', 'modules: [rough-consensus, at-the-table]']],
    'quizzes/rough-consensus/quiz.yml': [['minutes: null', 'minutes: 10']],
  });
  await loadLibrary(world, library.folder);
  library.remove();
  const cohort = await openCohort(world, world.kenya, { name: NAME });
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
