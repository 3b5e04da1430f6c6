import { newId } from '../../../src/kernel/identifier';
import { Answer } from '../../../src/quizzes/attempts/answer.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { LateAnswer } from '../../../src/quizzes/attempts/late-answer.entity';
import { MONDAY } from '../../support/app';
import { open, read } from '../../support/page';
import { submit } from '../../support/submit';
import { rowsOf } from '../../support/tables';
import { as } from '../../support/visitor';
import { instead, sit, type Sitting } from '../sitter';
import { startSmall } from '../small-quiz';

type Small = Awaited<ReturnType<typeof startSmall>>;
const END = 600;
const FIXED = { shuffle: { questions: false, options: false } };
const at = (seconds: number) => new Date(MONDAY.getTime() + seconds * 1000);

describe('an answer that comes after the end', () => {
  let world: Small;
  let sitting: Sitting;
  beforeAll(async () => {
    world = await startSmall({ minutes: 10, passMark: 30, settings: FIXED });
    sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
    sitting.visitor.keep('language', 'en');
    const page = await sitting.open(3);
    await sitting.fetch(page.address, instead(sitting.pairs(page), ['answer', '5'])).expect(200);
  });
  afterAll(() => world.stop());

  const page = newId();
  const late = (number: number, answer: string, turn = 0) =>
    sitting.send(sitting.addressOf(number), [
      ['form', page],
      ['sequence', '0'],
      ['turn', String(turn)],
      ['answer', answer],
    ]);
  const kept = () => world.database.read(LateAnswer).find({ order: { arrivedAt: 'ASC' } });
  const attempt = () => world.database.read(Attempt).findOneByOrFail({ id: sitting.id });
  const tryOf = (cohort: string) => `/cohorts/${cohort}/people/${world.studies.wanjiku}/tries/${sitting.id}`;
  const cohortId = async () => {
    const [row] = await world.database.rows<{ cohortId: string }>('SELECT "cohortId" FROM "enrolments" WHERE "id" = ?', [
      world.studies.wanjiku,
    ]);
    return row!.cohortId;
  };

  it('in the grace counts, and is not kept twice', async () => {
    world.clock.set(at(END + 10));
    const open = await sitting.open(2);
    await sitting.fetch(open.address, instead(sitting.pairs(open), ['answer', 'true'])).expect(200);
    expect(await kept()).toEqual([]);
  });

  it('two minutes later is refused with the moment, is not counted, and is kept; the newest of each question', async () => {
    world.clock.set(at(END + 120));
    const refused = read(await late(1, '2').expect(409), sitting.addressOf(1));
    expect(refused.main).toContain('kept for your team');
    expect(refused.main).toContain('The chair'); // what was sent is given back as well
    world.clock.set(at(END + 150));
    await late(1, '2').expect(409); // once more
    await late(3, '2', 1).expect(409);
    expect((await kept()).map(({ question, given }) => [question, given])).toEqual([
      ['chair', { type: 'single', option: 'b' }],
      ['months', { type: 'number', typed: '2' }],
    ]);
    expect((await kept())[0]!.arrivedAt).toEqual(at(END + 120));
    expect(await attempt()).toMatchObject({ handedInAt: at(END + 10), points: 100 });
    expect(await world.database.read(Answer).countBy({ attemptId: sitting.id, question: 'chair' })).toBe(0);
  });

  it('an older one that was slow on its way, nothing at all, and what is saved already are not kept in its place', async () => {
    world.clock.set(at(END + 200));
    await late(3, '7', 0).expect(409);
    await late(1, '').expect(409);
    await late(2, 'true', 5).expect(409);
    expect((await kept()).map(({ given }) => given)).toEqual([
      { type: 'single', option: 'b' },
      { type: 'number', typed: '2' },
    ]);
  });

  it('the team alone sees it, with how late it came; not she, nor anybody else', async () => {
    const result = await sitting.result();
    expect(result.main).not.toContain('after the end');
    const address = tryOf(await cohortId());
    const seen = await open(as(world, world.tomas), `${address}?language=en`);
    expect(seen.main).toContain('The chair It came 2 minutes after the end and is not counted.');
    expect(seen.main).toContain('2 It came 2 minutes after the end and is not counted.');
    await as(world, world.wanjiku).get(address).expect(404);
    await as(world, world.nour).get(address).expect(404);
  });

  it('counts when the team says so, once, and the audit says who', async () => {
    const tomas = as(world, world.tomas);
    const address = tryOf(await cohortId());
    const before = await open(tomas, `${address}?language=en`);
    const after = await submit(tomas, before, 'Count it: question 1');
    expect(after.main).toContain('The late answer counts now.');
    expect(after.main).toContain('after the end, and your team counted it.');
    expect(await attempt()).toMatchObject({ points: 400, passed: true, handedInAt: at(END + 10) });
    await tomas.post(`${address}/late/chair`).send({ form: newId() }).expect(303);
    expect((await rowsOf(world.database, 'audit_entries')).filter(({ act }) => act === 'late-counted')).toHaveLength(1);
    await late(1, '1', 3).expect(409); // after that nothing of hers changes it
    expect(await world.database.read(Answer).findOneByOrFail({ attemptId: sitting.id, question: 'chair' })).toMatchObject({
      given: { type: 'single', option: 'b' },
    });
    await submit(tomas, await open(tomas, address), 'Count it: question 3');
    expect((await kept()).find(({ question }) => question === 'months')).toMatchObject({ instead: { type: 'number', typed: '5' } });
    expect(await attempt()).toMatchObject({ points: 600 });
  });

  it('nobody else can count it, and what did not come cannot be counted', async () => {
    const address = tryOf(await cohortId());
    await as(world, world.wanjiku).post(`${address}/late/chair`).send({ form: newId() }).expect(404);
    await as(world, world.nour).post(`${address}/late/chair`).send({ form: newId() }).expect(404);
    for (const question of ['hum', 'nothing', '__proto__'])
      await as(world, world.tomas).post(`${address}/late/${question}`).send({ form: newId() }).expect(404);
  });

  it('nothing went wrong on the way', () => expect(world.log.faults).toEqual([]));
});

it('what comes after somebody has handed in by a press is not kept: they have ended it themselves', async () => {
  const world = await startSmall({ minutes: 10, settings: FIXED });
  const sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
  const page = await sitting.open(3, '?language=en');
  await sitting.handIn().expect(303);
  for (const seconds of [10, END + 300]) {
    world.clock.set(at(seconds));
    await sitting.save(page, { 'Your number': '2' }).expect(409);
  }
  expect(await rowsOf(world.database, 'late_answers')).toEqual([]);
  await world.stop();
});

it('of a try that was never handed in it is kept, and can count only after the try was opened again', async () => {
  const world = await startSmall({ minutes: 10, settings: { ...FIXED, overdue: 'abandon' } });
  const sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
  const page = await sitting.open(3, '?language=en');
  world.clock.set(at(END + 100));
  await sitting.save(page, { 'Your number': '2' }).expect(409);
  expect(await rowsOf(world.database, 'late_answers')).toHaveLength(1);
  const [{ cohortId }] = (await world.database.rows<{ cohortId: string }>('SELECT "cohortId" FROM "enrolments" WHERE "id" = ?', [
    world.studies.wanjiku,
  ])) as [{ cohortId: string }];
  const address = `/cohorts/${cohortId}/people/${world.studies.wanjiku}/tries/${sitting.id}`;
  const seen = await open(as(world, world.amara), `${address}?language=en`);
  expect(seen.main).toContain('It came 100 seconds after the end and is not counted.');
  expect(seen.offers('Count it: question 3')).toBe(false);
  await as(world, world.amara).post(`${address}/late/months`).send({ form: newId() }).expect(409);
  await world.stop();
});
