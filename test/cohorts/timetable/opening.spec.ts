import { newId } from '../../../src/kernel/identifier';
import { finish } from '../../certificates/finished';
import { arrive, open } from '../../support/page';
import { rowsOf } from '../../support/tables';
import { as, stranger } from '../../support/visitor';
import { invitationTo } from '../../support/world';
import { sit } from '../../quizzes/sitter';
import { FIRST, lesson, opensAfter, opensOn, quiz, SECOND, setTimes, startTwoModules, table, type TwoModules } from './two-modules';

let world: TwoModules;
beforeEach(async () => (world = await startTwoModules()));
afterEach(async () => {
  expect(world.log.faults).toEqual([]);
  await world.stop();
});

const wanjiku = () => as(world, world.wanjiku);
const press = (address: string, fields: Record<string, string> = {}) =>
  wanjiku()
    .post(address)
    .send({ form: newId(), ...fields });
const LESSON = 'before-you-take-a-seat';

describe('a module that opens on a day', () => {
  it('says when, and nothing in it can be begun before', async () => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-08') });
    const { wanjiku: study } = world.ours;
    await finish(world, world.wanjiku, study, { but: ['quiz', 'humming'] });
    const learning = await open(wanjiku(), '/learning');
    expect(learning.main).toContain('Opens on Monday 8 March · 00:00 (Africa/Nairobi)');
    expect(learning.links.map(({ address }) => address)).not.toContain(lesson(study, 'humming'));
    expect(learning.links.map(({ address }) => address)).toContain(lesson(study));

    const closed = await open(wanjiku(), lesson(study, 'humming'));
    expect([closed.status, closed.main]).toEqual([409, expect.stringContaining('This module opens on Monday 8 March.')]);
    expect((await press(`${lesson(study, 'humming')}/read`)).status).toBe(409);
    expect((await press(`${lesson(study, 'humming')}/place`, { heading: 'x' })).status).toBe(409);
    expect((await press(`${quiz(study)}/attempts`)).status).toBe(409);
    const start = await open(wanjiku(), quiz(study));
    expect([start.status, start.buttons]).toEqual([200, ['Sign out']]);
    expect(start.main).toContain('This module opens on Monday 8 March.');
    expect(await rowsOf(world.database, 'attempts')).toEqual([]);
  });

  it('opens at the first moment of the day in the cohort’s zone', async () => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-08') });
    const address = lesson(world.ours.wanjiku);
    world.clock.set('2027-03-07T20:59:59.999Z');
    expect((await press(`${address}/read`)).status).toBe(409);
    world.clock.set('2027-03-07T21:00:00.000Z');
    await wanjiku().get(address).expect(200);
    expect((await press(`${address}/read`)).status).toBe(303);
  });

  it('leaves open what is done, and lets be finished what was begun', async () => {
    const { wanjiku: study } = world.ours;
    const sitting = await sit(world, world.wanjiku, study);
    await setTimes(world, { [FIRST]: opensOn('2027-03-08') });
    await wanjiku().get(lesson(study)).expect(200);
    const start = await open(wanjiku(), quiz(study));
    expect(start.main).toContain('This module opens on Monday 8 March.');
    expect(start.links.map(({ address }) => address)).toContain(sitting.address);
    expect((await sitting.open(1)).status).toBe(200);
    await sitting.handIn().expect(303);
    expect((await press(`${quiz(study)}/attempts`)).status).toBe(409);
  });

  it('is the same for tables: none is opened before, one that was opened goes on', async () => {
    const { wanjiku: study } = world.ours;
    await press(`${lesson(study, LESSON, SECOND)}/read`).expect(303);
    await setTimes(world, { [SECOND]: opensOn('2027-03-08') });
    const role = async () =>
      (await open(wanjiku(), table(study))).fields.find(({ elements }) => elements[0]?.attributes['name'] === 'role');
    expect(await role()).toBeUndefined();
    const seat = (await rowsOf(world.database, 'simulation_tables')).length;
    expect((await press(`${table(study)}/tables`, { role: 'chair' })).status).toBe(409);
    expect((await rowsOf(world.database, 'simulation_tables')).length).toBe(seat);
    await setTimes(world, {});
    const choice = (await role())!;
    const begun = await press(`${table(study)}/tables`, { role: choice.elements[0]!.attributes['value']! });
    await setTimes(world, { [SECOND]: opensOn('2027-03-08') });
    expect((await arrive(wanjiku(), await wanjiku().get(begun.headers['location']!), begun.headers['location']!)).status).toBe(200);
    const links = (await open(wanjiku(), table(study))).links.map(({ address }) => address);
    expect(links.filter((address) => address.startsWith('/tables/'))).toHaveLength(1);
  });

  it('somebody who joins meanwhile is led to what is open, or home', async () => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-08'), [SECOND]: opensOn('2027-03-08') });
    const link = await invitationTo(world, world.cohort);
    const join = async (name: string) => {
      const visitor = stranger(world);
      const fields = { name, email: `${name}@example.org`, password: 'kiondo baskets by the lake' };
      return (await visitor.post(link).send({ form: newId(), ...fields })).headers['location'];
    };
    expect(await join('first')).toBe('/learning');
    await setTimes(world, { [FIRST]: opensOn('2027-03-08') });
    expect(await join('second')).toContain(`/${SECOND}/${LESSON}`);
  });

  it('is closed on the board, too', async () => {
    const board = async () => (await open(as(world, world.amara), `/cohorts/${world.cohort.id}`)).rows('Wanjiku').join();
    expect(await board()).toContain('next');
    await setTimes(world, { [FIRST]: opensOn('2027-03-08'), [SECOND]: opensAfter });
    expect(await board()).not.toContain('next');
  });

  it('says that there is nothing to do until then', async () => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-08'), [SECOND]: opensAfter });
    expect((await open(wanjiku(), '/learning')).main).toContain('There is nothing to do until the next module opens.');
  });
});

describe('a module that opens after the one before', () => {
  it('says which, opens when that is complete, and stays open', async () => {
    await setTimes(world, { [SECOND]: opensAfter });
    const { wanjiku: study } = world.ours;
    await finish(world, world.wanjiku, study, { but: ['humming'] });
    const closed = await open(wanjiku(), lesson(study, LESSON, SECOND));
    expect([closed.status, closed.main]).toEqual([409, expect.stringMatching(/This module opens after “.+”\./)]);
    expect((await open(wanjiku(), '/learning')).main).toMatch(/Opens after “.+”/);
    await press(`${lesson(study, 'humming')}/read`).expect(303);
    await wanjiku()
      .get(lesson(study, LESSON, SECOND))
      .expect(200);
    expect((await open(wanjiku(), '/learning')).main).not.toContain('Opens after');
  });

  it('is each person’s own: what one has done opens nothing for another', async () => {
    await setTimes(world, { [SECOND]: opensAfter });
    await finish(world, world.wanjiku, world.ours.wanjiku, { but: ['nothing'] });
    await as(world, world.baraka)
      .get(lesson(world.ours.baraka, LESSON, SECOND))
      .expect(409);
    await wanjiku()
      .get(lesson(world.ours.wanjiku, LESSON, SECOND))
      .expect(200);
  });
});

it('a timetable that names modules of an older version does no harm', async () => {
  await setTimes(world, { gone: opensOn('2027-03-08'), 'also-gone': opensAfter });
  for (const address of ['/learning', lesson(world.ours.wanjiku)]) await wanjiku().get(address).expect(200);
  for (const part of ['', '/timetable']) await as(world, world.amara).get(`/cohorts/${world.cohort.id}${part}`).expect(200);
});
