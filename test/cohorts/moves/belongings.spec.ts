import { ExtraTime } from '../../../src/cohorts/allowances/extra-time.entity';
import { ExtraTimes } from '../../../src/cohorts/allowances/extra-times.service';
import { OwnDaysOfPerson } from '../../../src/cohorts/allowances/own-days.entity';
import { type GivenDays, OwnDeadlines } from '../../../src/cohorts/allowances/own-days.service';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { ALL } from '../../../src/cohorts/timetable/deadlines';
import { newId } from '../../../src/kernel/identifier';
import { destination } from '../../chapters/sending';
import { open } from '../../support/page';
import { as } from '../../support/visitor';
import { enrol, makePerson, openCohort } from '../../support/world';
import { FIRST, quiz, SECOND, startTwoModules, type TwoModules } from '../timetable/two-modules';

let world: TwoModules;
beforeAll(async () => (world = await startTwoModules()));
afterAll(async () => {
  const { faults } = world.log;
  await world.stop();
  expect(faults).toEqual([]);
});

const times = () => world.app.get(ExtraTimes, { strict: false });
const deadlines = () => world.app.get(OwnDeadlines, { strict: false });
const move = (from: Cohort, study: string, to: Cohort) =>
  as(world, world.amara).post(`/cohorts/${from.id}/people/${study}/move`).send({ form: newId(), to: to.id });
const arrival = async (from: Cohort, study: string, to: Cohort) =>
  destination(await move(from, study, to).expect(303))
    .split('/')
    .at(-1)!;

let number = 0;
async function trainee(cohort: Cohort, time: { percent?: number } & Partial<Pick<GivenDays, 'days' | 'reasons'>> = {}) {
  const who = await makePerson(world, { name: 'Moved', language: 'en', email: `moved.${++number}@example.org` });
  const study = await enrol(world, who, cohort);
  await give(study, time);
  return { who, study };
}

async function give(id: string, { percent, days, reasons = {} }: { percent?: number } & Partial<Pick<GivenDays, 'days' | 'reasons'>>) {
  await world.database.write(async (write) => {
    if (percent !== undefined) await times().change(write, { id, version: 0 }, percent);
    if (days) await deadlines().change(write, { id, version: 0 }, { days, reasons });
  });
}

describe('the time that somebody was given', () => {
  it('comes along when they are moved: more time in quizzes, which the next quiz there counts with, and later deadlines', async () => {
    const to = await openCohort(world, world.kenya, { name: 'Both modules too' });
    const given = { days: { [FIRST]: '2027-03-20', [ALL]: '2027-03-10' }, reasons: { [FIRST]: 'Was ill.' } };
    const { who, study } = await trainee(world.cohort, { percent: 50, ...given });
    const there = await arrival(world.cohort, study, to);
    expect(await times().of(there)).toEqual({ percent: 50, version: 1 });
    expect(await deadlines().of(there)).toEqual({ ...given, version: 1 });
    expect((await open(as(world, who), quiz(there))).main).toContain('15 minutes');
    expect([await times().of(study), await deadlines().of(study)]).toEqual([
      { percent: 50, version: 1 },
      { ...given, version: 1 },
    ]);
  });

  it('leaves behind the days of modules that are not there', async () => {
    const to = await openCohort(world, world.kenya, { name: 'Tables only', programme: 'the-table' });
    const days = { [FIRST]: '2027-03-20', [SECOND]: '2027-03-22', [ALL]: '2027-03-10' };
    const { study } = await trainee(world.cohort, { percent: 25, days, reasons: { [FIRST]: 'Was ill.', [SECOND]: 'Travels.' } });
    const there = await arrival(world.cohort, study, to);
    expect(await deadlines().of(there)).toEqual({
      days: { [SECOND]: '2027-03-22', [ALL]: '2027-03-10' },
      reasons: { [SECOND]: 'Travels.' },
      version: 1,
    });
    expect(await times().of(there)).toEqual({ percent: 25, version: 1 });
  });

  it('never takes the place of what the other enrolment has already, even of no time at all', async () => {
    const to = await openCohort(world, world.kenya, { name: 'Been before' });
    const { who, study } = await trainee(world.cohort, { percent: 50, days: { [FIRST]: '2027-03-20', [SECOND]: '2027-03-22' } });
    const before = await enrol(world, who, to);
    await give(before, { percent: 0, days: { [FIRST]: '2027-03-15' }, reasons: { [FIRST]: 'Asked for it.' } });
    expect(await arrival(world.cohort, study, to)).toBe(before);
    expect(await times().of(before)).toEqual({ percent: 0, version: 1 });
    const days = { [FIRST]: '2027-03-15', [SECOND]: '2027-03-22' };
    expect(await deadlines().of(before)).toEqual({ days, reasons: { [FIRST]: 'Asked for it.' }, version: 2 });
  });

  it('is nothing where nothing was given, or nothing that counts there', async () => {
    const to = await openCohort(world, world.kenya, { name: 'Tables alone', programme: 'the-table' });
    const { study } = await trainee(world.cohort, { percent: 0, days: { [FIRST]: '2027-03-20' } });
    const there = await arrival(world.cohort, study, to);
    expect(await world.database.read(ExtraTime).countBy({ id: there })).toBe(0);
    expect(await world.database.read(OwnDaysOfPerson).countBy({ id: there })).toBe(0);
  });

  it('stays where it is when the move is refused', async () => {
    const to = await openCohort(world, world.kenya, { name: 'Full', places: 1 });
    await enrol(world, world.yusuf, to);
    const { study } = await trainee(world.cohort, { percent: 50, days: { [FIRST]: '2027-03-20' } });
    const rows = () => Promise.all([world.database.read(ExtraTime).count(), world.database.read(OwnDaysOfPerson).count()]);
    const before = await rows();
    await move(world.cohort, study, to).expect(409);
    expect(await rows()).toEqual(before);
  });
});
