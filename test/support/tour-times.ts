import { OwnDeadlines } from '../../src/cohorts/allowances/own-days.service';
import { ExtraTimes } from '../../src/cohorts/allowances/extra-times.service';
import { Cohort } from '../../src/cohorts/cohort.entity';
import type { ModuleTimes } from '../../src/cohorts/timetable/timetable';
import type { Person } from '../../src/people/person.entity';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, makePerson, openCohort, type World } from './world';

/** Two cohorts with times: in one the module opens in a week, in the other it was due yesterday; Salim has another day there, and more time. */
export interface GroundTimes {
  closed: string;
  due: string;
  rehema: Person;
  salim: Person;
  /** Enrolments. */
  rehemas: string;
  salims: string;
}

const MODULE = 'rough-consensus';

export async function timesOf(world: World): Promise<GroundTimes> {
  const { app, database, kenya } = world;
  const closed = await openCohort(world, kenya, { name: 'Mombasa, by the clock' });
  const due = await openCohort(world, kenya, { name: 'Nakuru, by the clock', startsOn: '2027-02-01', endsOn: '2027-03-31' });
  const person = (name: string, word: string, zone: string) =>
    makePerson(world, { name, email: `${word}@example.org`, language: 'en', zone });
  const rehema = await person('Naserian Lekuton', 'rehema.by.the.clock', 'Pacific/Kiritimati');
  const salim = await person('Salim Ali', 'salim.by.the.clock', 'Europe/Lisbon');
  const [rehemas, salims] = [await enrol(world, rehema, closed), await enrol(world, salim, due)];
  await enrol(world, rehema, due);
  const set = ({ id }: Cohort, times: ModuleTimes) => {
    const timetable = { ends: 'aoe' as const, modules: { [MODULE]: times }, before: { ends: 'zone' as const, modules: {} } };
    return database.write((write) => write.changeAt(Cohort, { id, version: 1 }, { timetable }));
  };
  await set(closed, { opens: 'on', opensOn: '2027-03-08', dueOn: '2027-03-28' });
  await set(due, { opens: 'start', opensOn: null, dueOn: '2027-02-27' });
  await database.write(async (write) => {
    const at = { id: salims, version: 0 };
    const own = { days: { [MODULE]: '2027-03-14' }, reasons: { [MODULE]: 'Works at night.' } };
    await app.get(OwnDeadlines, { strict: false }).change(write, at, own);
    await app.get(ExtraTimes, { strict: false }).change(write, at, 25);
  });
  return { closed: closed.id, due: due.id, rehema, salim, rehemas, salims };
}

const USUAL: Fields = {
  [`opens.${MODULE}`]: 'on',
  [`opensOn.${MODULE}`]: '2027-03-08',
  [`dueOn.${MODULE}`]: '2027-03-21',
  ends: 'zone',
  version: '2',
};
const DAY: Fields = { module: MODULE, dueOn: '2027-03-20', why: '', version: '1' };

export function timesPages({ world: { amara, tomas }, times }: Ground): Stop[] {
  const timetable = `/cohorts/${times.closed}/timetable`;
  const salim = `/cohorts/${times.due}/people/${times.salims}`;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const wrong = (name: string, address: string, fields: Fields, status = 422) => stop(amara, name, address, { fields, status });
  return [
    stop(amara, 'timetable', timetable),
    stop(amara, 'timetable, usual days', `${timetable}?fill=usual`),
    stop(amara, 'timetable, as before', `${timetable}?fill=before`),
    wrong('timetable, wrong', timetable, { ...USUAL, [`dueOn.${MODULE}`]: '2027-03-02' }),
    wrong('timetable, somebody was quicker', timetable, { ...USUAL, version: '0' }, 409),
    stop(times.rehema, 'learning, closed and overdue', '/learning'),
    stop(times.rehema, 'lesson, closed', `/lessons/${times.rehemas}/${MODULE}/humming`, { status: 409 }),
    stop(times.rehema, 'quiz, closed', `/quizzes/${times.rehemas}/${MODULE}/quiz`),
    stop(times.salim, 'learning, with another deadline', '/learning'),
    stop(times.salim, 'lesson, with another deadline', `/lessons/${times.salims}/${MODULE}/humming`),
    stop(times.salim, 'quiz, with more time', `/quizzes/${times.salims}/${MODULE}/quiz`),
    ...[amara, tomas].map((who) => stop(who, 'person, with another deadline', salim)),
    stop(tomas, 'board, late', `/cohorts/${times.due}`),
    wrong('another deadline, wrong', `${salim}/deadlines`, { ...DAY, dueOn: '2027-02-27' }),
    wrong('another deadline, somebody was quicker', `${salim}/deadlines`, { ...DAY, version: '7' }, 409),
    wrong('more time, wrong', `${salim}/extra-time`, { percent: 'much', version: '1' }),
    wrong('more time, somebody was quicker', `${salim}/extra-time`, { percent: '50', version: '7' }, 409),
  ];
}

export function timesForms({ world: { amara }, times }: Ground): Example[] {
  const salim = `/cohorts/${times.due}/people/${times.salims}`;
  const one = (address: string, fields: Fields): Example => ({ who: amara, address, fields });
  return [
    one(`/cohorts/${times.closed}/timetable`, USUAL),
    one(`${salim}/deadlines`, DAY),
    one(`${salim}/deadlines/removal`, { module: MODULE, version: '2' }),
    one(`${salim}/extra-time`, { percent: '50', version: '1' }),
  ];
}
