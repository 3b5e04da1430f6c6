import { Person } from '../../../src/people/person.entity';
import { Plans } from '../../../src/simulations/setting/plans.service';
import { SeatLetter } from '../../../src/simulations/setting/seat-letter.entity';
import { SeatLetterClock } from '../../../src/simulations/setting/seat-letter-clock.service';
import { Sitting } from '../../../src/simulations/setting/sitting.entity';
import { lettersTo } from '../../support/mail';
import { knock } from '../../support/knock';
import { type LearningWorld, startLearning } from '../../support/world';
import { meanwhile, room as setRoom, type Room, set, tablesOf } from './room';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const room = (count: number) => setRoom(world, count);
const look = () => world.app.get(SeatLetterClock, { strict: false }).round();
const to = ({ people }: Room, at: number) => lettersTo(world, people[at]!.email);
async function settles(): Promise<number> {
  world.clock.advance({ minutes: 10 });
  return look();
}
const seat = ({ tomas, people }: Room, at: number, where: string) => tomas.press('Seat', { Who: people[at]!.name, Where: where });

describe('a letter to whoever gets a seat', () => {
  it('says which seat, at which table, when it begins by the reader’s clock, and where the brief is', async () => {
    const here = await room(2);
    await world.database.write((write) => write.update(Person, { id: here.people[0]!.id }, { zone: 'Asia/Kathmandu', language: 'fr' }));
    const day = new Date(world.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
    await set(here, { 'How many tables': '1', Name: 'Evening', 'Begins by itself': `${day}T18:00`, 'How people get': 'One by one' });
    await here.tomas.follow(/^Table 1/);
    await seat(here, 0, 'Universities');
    await seat(here, 1, 'Regulator');
    expect(await look()).toBe(0); // it may still be changed
    expect(await settles()).toBe(2);
    expect(await settles()).toBe(0);
    const [[french], [english]] = [await to(here, 0), await to(here, 1)];
    const [table] = await tablesOf(world, here.cohort);
    expect(english!.subject).toBe('Evening: your seat is Regulator');
    expect(english!.text).toContain('You have a seat at the table “Evening” (Who may meet at the exchange point?): Regulator.');
    expect(english!.text).toContain('at 18:00 (15:00 UTC)'); // Nairobi is the cohort's zone
    expect(english!.text).toContain('Everybody is there at the same time.');
    expect(english!.links).toContain(`${world.settings.baseUrl}/tables/${table!.id}/brief`);
    expect(english!.stop).not.toBeNull();
    expect([french!.language, french!.subject]).toEqual(['fr', expect.stringContaining('votre place est')]);
    expect(french!.text).toContain('20:45 (15:00 UTC)');
    const brief = await knock(world, `/tables/${table!.id}/brief`, { who: here.people[1]! });
    expect(brief.status).toBe(200);
  });

  it('is written once for a seat, however often somebody is seated there, and anew for another', async () => {
    const here = await room(2);
    await set(here, { 'How many tables': '1', 'How people get': 'One by one' });
    await here.tomas.follow(/^Table 1/);
    await seat(here, 0, 'Regulator');
    await seat(here, 0, 'Universities');
    expect(await settles()).toBe(1); // of two changes in a row only the last one is told
    await seat(here, 0, 'Regulator');
    await seat(here, 0, 'Universities');
    expect(await settles()).toBe(0); // where they are is where they were told that they are
    await seat(here, 0, 'Regulator');
    expect(await settles()).toBe(1);
    const told = await to(here, 0);
    expect(told.map(({ subject }) => subject.split('your seat is ')[1])).toEqual(['Universities', 'Regulator']);
    expect([told[0]!.text.includes('takes the place of'), told[1]!.text.includes('takes the place of')]).toEqual([false, true]);
  });

  it('says when it begins as it is by then, when somebody has just put it off', async () => {
    const here = await room(1);
    const day = (days: number) => new Date(world.clock.now().getTime() + days * 86_400_000);
    await set(here, { 'How many tables': '1', 'Begins by itself': `${day(3).toISOString().slice(0, 10)}T18:00` });
    world.clock.advance({ minutes: 10 });
    const sitting = await world.database.read(Sitting).findOneByOrFail({ cohortId: here.cohort.id });
    const plans = world.app.get(Plans, { strict: false });
    expect(await meanwhile(world, (write) => plans.postpone(write, sitting, day(9), sitting.version), look)).toBe(1);
    expect((await to(here, 0)).map(({ text }) => /It begins on (\d+)/.exec(text)?.[1])).toEqual([String(day(9).getUTCDate())]);
  });

  it('goes at once when the tables begin, and to whoever comes late', async () => {
    const here = await room(3);
    await set(here, { 'How many tables': '1' });
    await here.tomas.press('Begin');
    expect(await look()).toBe(3);
    expect((await to(here, 0))[0]!.text).toContain('It has begun.');
  });

  it('says to those who stand ready that they do, and nothing to those who only look on or have no place any more', async () => {
    const here = await room(4);
    await set(here, { 'How many tables': '1', 'How people get': 'One by one' });
    await here.tomas.follow(/^Table 1/);
    await seat(here, 0, 'Looks on, ready');
    await seat(here, 1, 'Only looks on');
    await seat(here, 2, 'Regulator');
    await seat(here, 2, 'No place at these tables');
    expect(await settles()).toBe(1);
    expect((await to(here, 0))[0]!.text).toContain('you look on and stand ready');
    expect(await world.database.read(SeatLetter).findOneByOrFail({ enrolmentId: here.studies[2]! })).toMatchObject({
      toldAt: null,
      dueAt: null,
    });
    expect(await look()).toBe(0);
  });

  it('tells whoever has lost the seat of which they were told, once; and nothing to whoever never heard of it', async () => {
    const here = await room(3);
    await set(here, { 'How many tables': '1', 'How people get': 'One by one' });
    await here.tomas.follow(/^Table 1/);
    await seat(here, 0, 'Regulator');
    await seat(here, 1, 'Universities');
    await settles();
    await seat(here, 0, 'No place at these tables');
    await seat(here, 1, 'Only looks on');
    await seat(here, 2, 'Regulator');
    await seat(here, 2, 'No place at these tables');
    expect(await settles()).toBe(2);
    expect(await settles()).toBe(0);
    const told = await Promise.all([0, 1, 2].map(async (at) => (await to(here, at)).map(({ subject }) => subject.split(': ')[1])));
    expect(told).toEqual([
      ['your seat is Regulator', 'you have no seat any more'],
      ['your seat is Universities', 'you have no seat any more'],
      [],
    ]);
    await seat(here, 0, 'Regulator');
    expect(await settles()).toBe(1); // the same seat again is news by now
  });

  it('does not go to whoever has stopped such letters', async () => {
    const here = await room(1);
    await set(here, { 'How many tables': '1' });
    await settles();
    const { stop } = (await to(here, 0))[0]!;
    const body = 'List-Unsubscribe=One-Click';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await knock(world, stop!.address.replace(world.settings.baseUrl, ''), { method: 'POST', headers, body });
    await here.tomas.follow(/^Table 1/);
    await seat(here, 0, 'No place at these tables');
    await seat(here, 0, 'Regulator');
    await seat(here, 0, 'Universities');
    await settles();
    expect(await to(here, 0)).toHaveLength(1);
  });
});
