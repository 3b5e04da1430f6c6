import { newId } from '../../../src/kernel/identifier';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { Attempts } from '../../../src/quizzes/attempts/attempts.service';
import { Sweep } from '../../../src/quizzes/attempts/sweep.service';
import { Completion } from '../../../src/progress/completion.entity';
import type { Person } from '../../../src/people/person.entity';
import { lettersTo } from '../../support/mail';
import { open, read } from '../../support/page';
import { contents, rowsOf } from '../../support/tables';
import { as } from '../../support/visitor';
import { quizAddress, sit, sitAgain, type Sitting } from '../sitter';
import { startSmall } from '../small-quiz';

type Small = Awaited<ReturnType<typeof startSmall>>;

let world: Small;
let sitting: Sitting;
let begun: Date;
const SHUFFLE = { shuffle: { questions: false, options: false } };
const at = (seconds: number): Date => new Date(begun.getTime() + seconds * 1000);
const END = 600;
const attempt = () => world.database.read(Attempt).findOneByOrFail({ id: sitting.id });
const sweep = () => world.app.get(Sweep, { strict: false }).round();
const begin = async (person: Person, enrolment: string) => {
  sitting = await sit(world, person, enrolment);
  sitting.visitor.keep('language', 'en');
  begun = (await attempt()).startedAt;
};
const answer = async (number: number, typed: string) => {
  const pairs: [string, string][] = [
    ['form', newId()],
    ['sequence', '0'],
    ['turn', '1'],
    ['answer', typed],
  ];
  return sitting.fetch(sitting.addressOf(number), pairs);
};

describe('a quiz that gives some minutes to hand in', () => {
  beforeAll(async () => {
    world = await startSmall({ minutes: 10, settings: { ...SHUFFLE, overdue: 'grace', graceMinutes: 5 } });
  });
  afterAll(() => world.stop());

  it('says so beforehand', async () => {
    const start = await open(as(world, world.wanjiku), quizAddress(world.studies.wanjiku));
    expect(start.main).toContain('10 minutes, counted by our clock. Then you have 5 minutes to hand in what is saved.');
  });

  it('writes to Yusuf, who walked away, in Arabic, once, with the moment and the way', async () => {
    await begin(world.yusuf, world.studies.yusuf);
    await answer(3, '2').then(({ status }) => expect(status).toBe(200));
    expect((await sitting.open(1)).main).toContain('Answers close at');
    world.clock.set(at(END - 1));
    expect(await sweep()).toBe(0);
    world.clock.set(at(END));
    expect(await Promise.all([sweep(), sweep()])).toContain(1);
    await sweep();
    const letters = await lettersTo(world, world.yusuf.email);
    const about = letters.filter(({ text }) => text.includes(`/attempts/${sitting.id}`));
    expect(about).toHaveLength(1);
    expect(about[0]!.subject).toMatch(/^سلّم اختبارك: .*اختبار صغير/);
    expect(about[0]!.text).toContain('تُحتسب');
    expect(await attempt()).toMatchObject({ overdueAt: at(END), handedInAt: null, abandonedAt: null });
  });

  it('takes no more answers then, but an answer on its way is kept for a minute', async () => {
    world.clock.set(at(END + 60));
    const kept = await answer(2, 'true');
    expect([kept.status, kept.body.message]).toEqual([200, expect.stringContaining('in the grace period')]);
    world.clock.set(at(END + 61));
    const late = await answer(1, '1');
    expect(late.status).toBe(409);
    expect(late.body.message).toContain(
      'so this one does not count; it is kept for your team. You can still hand in what was saved before',
    );
    await sitting.visitor.get(sitting.addressOf(1)).expect(303).expect('location', sitting.address);
    const summary = await sitting.summary();
    expect(summary.main).toContain('no answer is taken any more. Hand in what is saved until');
    expect(summary.links.filter(({ address }) => address.includes('/questions/'))).toEqual([]);
  });

  it('is handed in with the moment when he does', async () => {
    world.clock.set(at(END + 300));
    await sitting.handIn().expect(303);
    expect(await attempt()).toMatchObject({ handedInAt: at(END + 300), points: 300, most: 600, passed: false });
  });

  it('never counts when nobody hands it in, uses a try, and says what can be done', async () => {
    await begin(world.baraka, world.studies.baraka);
    await answer(3, '2');
    world.clock.set(at(END + 5 * 60 + 60));
    await sweep();
    expect((await attempt()).abandonedAt).toBeNull();
    world.clock.set(at(END + 5 * 60 + 61));
    expect(await sweep()).toBe(1);
    expect(await attempt()).toMatchObject({ abandonedAt: at(END + 5 * 60), handedInAt: null, points: null, dueAt: null });
    const page = await open(sitting.visitor, `${sitting.address}/result`);
    expect(page.heading).toBe('This try does not count');
    expect(page.main).toContain('One answer is saved and kept.');
    const late = await answer(1, '1');
    expect([late.status, late.body.message]).toEqual([
      409,
      expect.stringContaining('it does not count and takes no more answers. What you have just sent is kept'),
    ]);
    await sitting.handIn().expect(303).expect('location', `${sitting.address}/result`);
    expect((await attempt()).handedInAt).toBeNull();
    expect((await open(sitting.visitor, quizAddress(world.studies.baraka))).rows('Try 1')[0]).toContain('Not handed in');
  });

  it('can be opened again by the team alone; where its time is over it is handed in as of its end, and the audit says who did', async () => {
    const team = as(world, world.amara);
    team.keep('language', 'en');
    const [{ cohortId }] = (await rowsOf(world.database, 'enrolments')).filter(({ id }) => id === world.studies.baraka) as [
      { cohortId: string },
    ];
    const address = `/cohorts/${cohortId}/people/${world.studies.baraka}/tries/${sitting.id}`;
    await sitting.visitor.post(`${address}/reopening`).send({ form: newId() }).expect(404);
    const page = await open(team, address);
    expect(page.main).toContain('If you open it again, it goes on');
    const form = newId();
    for (const _ of [1, 2]) await team.post(`${address}/reopening`).send({ form }).expect(303);
    expect(await attempt()).toMatchObject({ abandonedAt: null, handedInAt: at(END), points: 200 });
    expect((await rowsOf(world.database, 'audit_entries')).filter(({ act }) => act === 'try-reopened')).toHaveLength(1);
  });

  it('goes on when he was given more time before it is opened', async () => {
    sitting = await sitAgain(world, world.baraka, world.studies.baraka);
    begun = (await attempt()).startedAt;
    world.clock.set(at(END + 5 * 60 + 61));
    await sweep();
    await world.database.write((write) => write.update(Attempt, { id: sitting.id }, { abandonedAt: at(END + 300) }));
    await world.database.write((write) => world.app.get(Attempts, { strict: false }).reopen(write, sitting.id, 200, world.clock.now()));
    expect(await attempt()).toMatchObject({ abandonedAt: null, overdueAt: null, handedInAt: null, endsAt: at(1800), dueAt: at(1800) });
    expect((await answer(3, '2')).status).toBe(200);
    await sitting.handIn().expect(303);
  });

  it('nothing went wrong on the way', () => expect(world.log.faults).toEqual([]));
});

describe('a quiz that is handed in by the clock, or not at all', () => {
  it.each([
    ['submit', { handedInAt: END, abandonedAt: null }],
    ['abandon', { handedInAt: null, abandonedAt: END }],
  ] as const)('%s: the sweep and a visit make the same of it', async (overdue, expected) => {
    world = await startSmall({ minutes: 10, passMark: 30, settings: { ...SHUFFLE, overdue } });
    for (const [person, enrolment, come] of [
      [world.wanjiku, world.studies.wanjiku, sweep],
      [world.baraka, world.studies.baraka, () => sitting.visitor.get(sitting.address).expect(303)],
    ] as const) {
      await begin(person, enrolment);
      await answer(3, '2');
      world.clock.set(at(END + 60));
      await come().catch(() => null);
      expect(await attempt()).toMatchObject({ handedInAt: null, abandonedAt: null });
      world.clock.set(at(END + 3600));
      await come();
      expect(await attempt()).toMatchObject(
        Object.fromEntries(Object.entries(expected).map(([name, seconds]) => [name, seconds === null ? null : at(seconds)])),
      );
      expect(await world.database.read(Completion).countBy({ enrolmentId: enrolment, subject: 'step:rough-consensus/quiz' })).toBe(
        overdue === 'submit' ? 1 : 0,
      );
    }
    const before = await contents(world.database, ['sessions']);
    expect(await sweep()).toBe(0);
    expect(await contents(world.database, ['sessions'])).toEqual(before);
    await world.stop();
  });
});

it('the press of a page’s clock makes it overdue and leads to all answers', async () => {
  world = await startSmall({ minutes: 10, settings: { ...SHUFFLE, overdue: 'grace', graceMinutes: 5 } });
  await begin(world.wanjiku, world.studies.wanjiku);
  const page = await sitting.open(3);
  world.clock.set(at(END - 1));
  await sitting.save(page, { 'Your number': '2' }).expect(303).expect('location', sitting.address);
  expect(await attempt()).toMatchObject({ overdueAt: at(END - 1), handedInAt: null });
  const stale = read(await sitting.visitor.get(sitting.address).expect(200));
  expect(stale.main).toContain('1 of 3 questions answered');
  await world.stop();
});
