import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../src/kernel/identifier';
import { ReadingPlace } from '../../src/lessons/reading-place.entity';
import type { Person } from '../../src/people/person.entity';
import { Completion } from '../../src/progress/completion.entity';
import { knock, post } from '../support/knock';
import { open, read } from '../support/page';
import { contents, rowsOf } from '../support/tables';
import { as, stranger } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

const FIRST = 'where-the-idea-comes-from';
const LESSONS = [FIRST, 'what-rough-means', 'the-chairs-job', 'an-objection-is-a-question', 'humming', 'when-consensus-fails'];

let world: LearningWorld;
beforeAll(async () => {
  world = await startLearning();
});
beforeEach(() =>
  world.database.write(async (write) => {
    await write.remove(Completion, { enrolmentId: world.studies.wanjiku });
    await write.remove(ReadingPlace, { enrolmentId: world.studies.wanjiku });
    await write.update(Enrolment, { id: world.studies.wanjiku }, { state: 'active' });
  }),
);
afterAll(() => world.stop());

const lesson = (step: string, enrolment = world.studies.wanjiku) => `/lessons/${enrolment}/rough-consensus/${step}`;
const send = (who: Person | null, address: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  post(world, address, who, new URLSearchParams({ form: newId(), ...fields }).toString(), { headers });
const done = async () => (await world.database.read(Completion).find()).map(({ subject }) => subject).sort();

describe('“I have read this”', () => {
  it('counts the lesson, and leads to the next one', async () => {
    const answer = await send(world.wanjiku, `${lesson(FIRST)}/read`);
    expect([answer.status, answer.headers['location']]).toEqual([303, lesson('what-rough-means')]);
    expect(await done()).toEqual([`step:rough-consensus/${FIRST}`]);
    const page = await open(as(world, world.wanjiku), lesson('what-rough-means'));
    expect(page.main).toContain('1 of 7 steps done, about 40 minutes left');
    expect(page.rows('Where the idea comes from')[0]).toContain('Done');
  });

  it('leads from the last lesson to the quiz', async () => {
    const { headers } = await send(world.wanjiku, `${lesson('when-consensus-fails')}/read`);
    expect(headers['location']).toBe(`/quizzes/${world.studies.wanjiku}/rough-consensus/quiz`);
  });

  it('said twice, by one form or by two, at once or a day later, counts once, with its first date', async () => {
    const form = newId();
    const twice = await Promise.all([
      send(world.wanjiku, `${lesson(FIRST)}/read`, { form }),
      send(world.wanjiku, `${lesson(FIRST)}/read`, { form }),
      send(world.wanjiku, `${lesson(FIRST)}/read`),
    ]);
    expect(twice.map(({ status, headers }) => [status, headers['location']])).toEqual(Array(3).fill([303, lesson('what-rough-means')]));
    const before = await rowsOf(world.database, 'completions');
    world.clock.advance({ days: 1 });
    await send(world.wanjiku, `${lesson(FIRST)}/read`);
    expect(before).toHaveLength(1);
    expect(await rowsOf(world.database, 'completions')).toEqual(before);
  });

  it('may be said in any order, because lessons are always open', async () => {
    expect((await send(world.wanjiku, `${lesson('humming')}/read`)).status).toBe(303);
    expect(await done()).toEqual(['step:rough-consensus/humming']);
  });

  it('opens the quiz when it was said of every lesson, and not before', async () => {
    const quiz = `/quizzes/${world.studies.wanjiku}/rough-consensus/quiz`;
    const wanjiku = as(world, world.wanjiku);
    for (const step of LESSONS.slice(0, -1)) await send(world.wanjiku, `${lesson(step)}/read`);
    const locked = await open(wanjiku, quiz);
    expect(locked.main).toContain('Opens when you have read the lessons before it');
    expect(locked.buttons).not.toContain('Begin');
    const before = await contents(world.database);
    expect((await send(world.wanjiku, `${quiz}/attempts`)).status).toBe(409);
    expect(await contents(world.database)).toEqual(before);
    await send(world.wanjiku, `${lesson(LESSONS.at(-1)!)}/read`);
    expect((await send(world.wanjiku, `${quiz}/attempts`)).status).toBe(303);
  });
});

describe('a lesson is for whoever takes it', () => {
  it('is not there for anybody else, and nothing they send is kept', async () => {
    const before = await contents(world.database, ['sessions']);
    const own = lesson('humming');
    for (const who of [world.baraka, world.yusuf, world.mei, world.amara, world.tomas, world.sofia]) {
      const page = read(await knock(world, own, { who }));
      const missing = read(await knock(world, '/nothing-here', { who }));
      expect([page.status, page.main]).toEqual([404, missing.main]);
      expect((await send(who, `${own}/read`)).status).toBe(404);
      expect((await send(who, `${own}/place`, { heading: 'order' })).status).toBe(404);
    }
    expect(await contents(world.database, ['sessions'])).toEqual(before);
  });

  it('asks a stranger to sign in', async () => {
    const answer = await stranger(world).get(lesson('humming')).expect(303);
    expect(answer.headers['location']).toBe(`/sign-in?next=${encodeURIComponent(lesson('humming'))}`);
    expect((await send(null, `${lesson('humming')}/read`)).status).toBe(401);
    expect(await done()).toEqual([]);
  });

  it.each([
    ['a lesson that is none', 'rough-consensus/nothing'],
    ['the quiz, which is no lesson', 'rough-consensus/quiz'],
    ['a module that is none', 'nothing/humming'],
    ['a module that is not in this cohort', 'how-the-internet-is-run/humming'],
    ['a word that every object has', 'constructor/humming'],
    ['a step in capitals', 'rough-consensus/HUMMING'],
  ])('%s is not there', async (_, path) => {
    const address = `/lessons/${world.studies.wanjiku}/${path}`;
    expect((await knock(world, address, { who: world.wanjiku })).status).toBe(404);
    expect((await send(world.wanjiku, `${address}/read`)).status).toBe(404);
    expect(await done()).toEqual([]);
  });

  it('is not there any longer for somebody who has left the cohort', async () => {
    await world.database.write((write) => write.update(Enrolment, { id: world.studies.wanjiku }, { state: 'withdrawn' }));
    expect((await knock(world, lesson('humming'), { who: world.wanjiku })).status).toBe(404);
    expect((await send(world.wanjiku, `${lesson('humming')}/read`)).status).toBe(404);
  });
});

describe('the place where somebody stopped', () => {
  const place = (step: string, heading: string, who = world.wanjiku) => send(who, `${lesson(step)}/place`, { heading });
  const resume = async () =>
    (await open(as(world, world.wanjiku), '/learning')).links.find(({ name }) => name.endsWith('reading'))!.address;

  it('is where they begin again', async () => {
    expect(await resume()).toBe(lesson(FIRST));
    const { status, text } = await place(FIRST, 'two-lines');
    expect([status, text]).toEqual([204, '']);
    expect(await resume()).toBe(`${lesson(FIRST)}#two-lines`);
  });

  it('is the last one: of two the later stays', async () => {
    await place(FIRST, 'open-door');
    await place(FIRST, 'two-lines');
    expect(await resume()).toBe(`${lesson(FIRST)}#two-lines`);
    expect(await rowsOf(world.database, 'reading_places')).toHaveLength(1);
  });

  it('is forgotten when another step comes next', async () => {
    await place(FIRST, 'open-door');
    await send(world.wanjiku, `${lesson(FIRST)}/read`);
    expect(await resume()).toBe(lesson('what-rough-means'));
  });

  it('counts nothing as read', async () => {
    await place(FIRST, 'open-door');
    expect(await done()).toEqual([]);
  });

  it.each(['', 'Two words', '"><script>', '#x', '-x', 'x'.repeat(65), '../x', 'العنوان', 'nowhere', 'false-peace', 'constructor'])(
    'is none: “%.20s”',
    async (heading) => {
      const { status, text } = await place(FIRST, heading);
      expect([status, text]).toEqual([422, '']);
      expect(await rowsOf(world.database, 'reading_places')).toEqual([]);
    },
  );
});
