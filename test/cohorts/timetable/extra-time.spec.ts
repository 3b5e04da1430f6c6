import { newId } from '../../../src/kernel/identifier';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { earn } from '../../certificates/finished';
import { NUMBERS, type Sitting, sit, sitAgain } from '../../quizzes/sitter';
import { open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { appoint, makePerson } from '../../support/world';
import { tamper } from '../../chapters/sending';
import { quiz, startTwoModules, type TwoModules } from './two-modules';

const BUTTON = 'Save the extra time';
const FIELD = 'More time in timed quizzes, in percent';

let world: TwoModules;
beforeEach(async () => (world = await startTwoModules()));
afterEach(async () => {
  expect(world.log.faults).toEqual([]);
  await world.stop();
});

const [wanjiku, amara, tomas] = [() => as(world, world.wanjiku), () => as(world, world.amara), () => as(world, world.tomas)];
const person = () => `/cohorts/${world.cohort.id}/people/${world.ours.wanjiku}`;
const give = async (percent: string) => submit(amara(), await open(amara(), person()), BUTTON, { [FIELD]: percent });
const stored = ({ id }: Sitting) => world.database.read(Attempt).findOneByOrFail({ id });
const minutesOf = async (sitting: Sitting) => {
  const { startedAt, endsAt } = await stored(sitting);
  return (endsAt!.getTime() - startedAt.getTime()) / 60_000;
};
const typed = (answer: string) => new URLSearchParams({ form: newId(), sequence: '0', turn: '1', answer }).toString();

describe('more time for one person', () => {
  it('is told before they begin, and is in the end of every attempt they begin from then on', async () => {
    expect((await give('25')).text).toContain('The extra time is saved.');
    expect((await open(wanjiku(), quiz(world.ours.wanjiku))).main).toContain('13 minutes'); // 12½, and what is begun of a minute is given
    expect((await open(wanjiku(), quiz(world.ours.wanjiku))).main).toContain('Your extra time is in it.');
    const sitting = await sit(world, world.wanjiku, world.ours.wanjiku);
    expect([await minutesOf(sitting), (await stored(sitting)).extraTime]).toEqual([13, 25]);
    const his = await sit(world, world.baraka, world.ours.baraka);
    expect([await minutesOf(his), (await stored(his)).extraTime]).toEqual([10, 0]);
    expect((await open(as(world, world.baraka), quiz(world.ours.baraka))).main).not.toContain('extra time');
  });

  it('makes an open attempt longer: an answer counts that would have come too late', async () => {
    const sitting = await sit(world, world.wanjiku, world.ours.wanjiku);
    await sitting.open(NUMBERS.number);
    world.clock.advance({ minutes: 9 });
    await give('100');
    expect([await minutesOf(sitting), (await stored(sitting)).extraTime]).toEqual([20, 100]);
    world.clock.advance({ minutes: 6 });
    const saved = await wanjiku().post(sitting.addressOf(NUMBERS.number)).send(typed('2'));
    expect([saved.status, saved.headers['location']]).toEqual([303, sitting.addressOf(NUMBERS.number + 1)]);
    expect((await stored(sitting)).handedInAt).toBeNull();
    world.clock.advance({ minutes: 7 });
    expect((await wanjiku().post(sitting.addressOf(NUMBERS.number)).send(typed('3'))).status).toBe(409);
  });

  it('that becomes less takes nothing from an open attempt, only from those to come', async () => {
    await give('100');
    const sitting = await sit(world, world.wanjiku, world.ours.wanjiku);
    await give('0');
    expect([await minutesOf(sitting), (await stored(sitting)).extraTime]).toEqual([20, 100]);
    await sitting.handIn().expect(303);
    expect(await minutesOf(await sitAgain(world, world.wanjiku, world.ours.wanjiku))).toBe(10);
  });

  it('comes too late for an attempt whose time is over', async () => {
    const sitting = await sit(world, world.wanjiku, world.ours.wanjiku);
    world.clock.advance({ minutes: 11, seconds: 1 });
    await give('100');
    expect(await minutesOf(sitting)).toBe(10);
    await wanjiku().get(sitting.address).expect(303);
    expect((await stored(sitting)).handedInAt).toEqual((await stored(sitting)).endsAt);
  });

  it.each(['-1', '301', '2.5', 'much', ''])('refuses “%s”', async (percent) => {
    const page = read(await tamper(amara(), await open(amara(), person()), BUTTON, {}, { percent }), person());
    expect([page.status, page.errors, page.field(FIELD).value]).toEqual([422, [expect.stringContaining('from 0 to 300')], percent]);
  });

  it('two leads at once: the second one sees both and decides', async () => {
    const grace = await makePerson(world, { name: 'Grace Achieng', email: 'grace@example.org', language: 'en' });
    await appoint(world, grace, world.kenya, 'lead');
    const [hers, mine] = [await open(as(world, grace), person()), await open(amara(), person())];
    await submit(as(world, grace), hers, BUTTON, { [FIELD]: '50' });
    const conflict = await submit(amara(), mine, BUTTON, { [FIELD]: '25' });
    expect([conflict.status, conflict.rows('50')]).toEqual([409, [expect.stringMatching(/25.*50/)]]);
    const kept = await submit(amara(), conflict, 'Keep mine');
    expect(kept.field(FIELD).value).toBe('25');
  });
});

describe('who knows of it', () => {
  /** The number where it stands alone, not within an id. */
  const canary = /(?<![\w.-])137(?![\w-])/;

  it('leads and the person; trainers, other people and whatever is taken out do not', async () => {
    await give('137');
    const sitting = await sit(world, world.wanjiku, world.ours.wanjiku);
    await sitting.handIn().expect(303);
    const { code, address } = await earn(world, world.wanjiku, world.studies.wanjiku);
    expect((await amara().get(person())).text).toMatch(canary);

    const cohort = `/cohorts/${world.cohort.id}`;
    const exported = await submit(tomas(), await open(tomas(), cohort), 'Download as a spreadsheet (CSV)');
    expect([exported.status, exported.address, canary.test(exported.text)]).toEqual([200, expect.stringContaining('board.csv'), false]);
    const seen = [
      ...['', '/roster', '/announcements', '/rules'].map((part) => [world.tomas, cohort + part] as const),
      [world.tomas, person()],
      [world.tomas, `${person()}/tries/${sitting.id}`],
      [world.tomas, '/today'],
      [world.amara, cohort],
      [world.amara, `${cohort}/roster`],
      ...['/learning', quiz(world.ours.baraka)].map((page) => [world.baraka, page] as const),
      [world.wanjiku, address],
    ] as const;
    for (const [who, page] of seen) {
      const { status, text } = await as(world, who).get(page);
      expect([page, status, canary.test(text), /extra.?time/i.test(text)]).toEqual([page, 200, false, false]);
    }
    expect((await stranger(world).get(`/verify/${code}`)).text).not.toMatch(canary);
  });

  it('a trainer’s page is the same, whether somebody has more time or not', async () => {
    const page = async () => (await tomas().get(person())).text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    const before = await page();
    await give('137');
    expect(await page()).toBe(before);
  });

  it('nobody but a lead sets it', async () => {
    const { address, pairs } = fill(await open(amara(), person()), BUTTON, { [FIELD]: '50' });
    for (const who of [world.tomas, world.wanjiku, world.nour])
      expect((await as(world, who).post(address).send(new URLSearchParams(pairs).toString())).status).toBe(404);
    expect((await open(amara(), person())).field(FIELD).value).toBe('0');
  });
});
