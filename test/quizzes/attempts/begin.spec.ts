import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { newId } from '../../../src/kernel/identifier';
import { finish } from '../../certificates/finished';
import { arrive, open, read } from '../../support/page';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { quizAddress, sit } from '../sitter';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const attempts = () => world.database.read(Attempt).count();

describe('a quiz whose lessons are not all read', () => {
  it('names the first lesson to read, and has no button to begin', async () => {
    await finish(world, world.yusuf, world.studies.yusuf, { but: ['humming', 'when-consensus-fails', 'quiz'] });
    const page = await open(as(world, world.yusuf), `${quizAddress(world.studies.yusuf)}?language=en`);
    expect(page.link('Go to the lesson')).toBe(`/lessons/${world.studies.yusuf}/rough-consensus/humming`);
    expect(page.offers('Begin')).toBe(false);
  });

  it('cannot be begun by sending the form all the same, and says why, with a way that leads somewhere', async () => {
    const yusuf = as(world, world.yusuf);
    yusuf.keep('language', 'en');
    const before = await attempts();
    const address = `${quizAddress(world.studies.yusuf)}/attempts`;
    const page = read(await yusuf.post(address).send({ form: newId() }).expect(409), address);
    expect(page.heading).toBe('This quiz opens later');
    expect(page.main).toContain('Read the lessons before it first');
    expect(await attempts()).toBe(before);
    await yusuf.get(page.link('Open the page again')).expect(200);
  });
});

describe('beginning', () => {
  beforeAll(() => finish(world, world.wanjiku, world.studies.wanjiku, { but: ['quiz'] }));
  const address = () => `${quizAddress(world.studies.wanjiku)}/attempts`;

  it('says beforehand what awaits somebody', async () => {
    const page = await open(as(world, world.wanjiku), quizAddress(world.studies.wanjiku));
    expect(page.heading).toBe('Rough consensus: deciding without a vote');
    for (const fact of ['14 questions, 35 points', '70% of the points', 'As long as you like', 'As many as you like']) {
      expect(page.main).toContain(fact);
    }
    expect(page.buttons).toContain('Begin');
  });

  it('twenty presses at once, on two pages, begin one attempt', async () => {
    const wanjiku = as(world, world.wanjiku);
    const forms = [newId(), newId()];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => wanjiku.post(address()).send({ form: forms[i % 2]! })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 303));
    const places = new Set(answers.map(({ headers }) => headers['location']));
    expect(places.size).toBe(1);
    expect([...places][0]).toMatch(/^\/attempts\/[0-9a-f-]{36}\/questions\/1$/);
    expect(await attempts()).toBe(1);
  });

  it('a later press on another page leads back into the attempt that is open', async () => {
    const wanjiku = as(world, world.wanjiku);
    const page = await open(wanjiku, quizAddress(world.studies.wanjiku));
    expect(page.offers('Begin')).toBe(false);
    const open_ = page.link('Continue your try');
    const { headers } = await wanjiku.post(address()).send({ form: newId() }).expect(303);
    expect(headers['location']).toBe(`${open_}/questions/1`);
    expect(await attempts()).toBe(1);
  });

  it('begins a second one after the first was handed in, and both stay in the list', async () => {
    const wanjiku = as(world, world.wanjiku);
    const first = (await open(wanjiku, quizAddress(world.studies.wanjiku))).link('Continue your try');
    await wanjiku.post(`${first}/hand-in`).send({ form: newId() }).expect(303);
    const { headers } = await wanjiku.post(address()).send({ form: newId() }).expect(303);
    expect(headers['location']).not.toContain(first);
    const page = await open(wanjiku, quizAddress(world.studies.wanjiku));
    expect(page.rows('Try 1')).toHaveLength(1);
    expect(page.rows('Try 1')[0]).toContain('Not passed · 0%');
    expect(await attempts()).toBe(2);
  });

  it('a press that is sent again after everything is over leads to where it led, and begins nothing', async () => {
    const wanjiku = as(world, world.wanjiku);
    const open_ = (await open(wanjiku, quizAddress(world.studies.wanjiku))).link('Continue your try');
    const form = newId();
    const send = () => wanjiku.post(address()).send({ form });
    const first = await send().expect(303);
    await wanjiku.post(`${open_}/hand-in`).send({ form: newId() }).expect(303);
    const again = await send().expect(303);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect((await arrive(wanjiku, again, address())).address).toBe(`${open_}/result`);
    expect(await attempts()).toBe(2);
  });
});

describe('what is not there', () => {
  it.each(['0', '15', 'abc', '-1', '1.5', '01', '1e1', '999', '1000', '١', '__proto__', 'constructor', '1%00'])(
    'question %s',
    async (number) => {
      const sitting = await sit(world, world.baraka, world.studies.baraka);
      const missing = await sitting.visitor.get('/attempts/nothing/like/this').expect(404);
      const address = `${sitting.address}/questions/${encodeURIComponent(number).replace('%2500', '%00')}`;
      expect((await sitting.visitor.get(address).expect(404)).text).toBe(missing.text);
      expect((await sitting.visitor.post(address).send({ form: newId(), sequence: '0', answer: '1' }).expect(404)).text).toContain(
        'Nothing here',
      );
    },
  );

  it.each([
    ['another enrolment', () => quizAddress(newId())],
    ['somebody else’s enrolment', () => quizAddress(world.studies.mei)],
    ['another module', () => `/quizzes/${world.studies.baraka}/another/quiz`],
    ['__proto__', () => `/quizzes/${world.studies.baraka}/__proto__/quiz`],
    ['constructor', () => `/quizzes/${world.studies.baraka}/constructor/constructor`],
    ['a lesson', () => `/quizzes/${world.studies.baraka}/rough-consensus/humming`],
    ['another step', () => `/quizzes/${world.studies.baraka}/rough-consensus/toString`],
  ])('a quiz at %s', async (_, address) => {
    const baraka = as(world, world.baraka);
    const missing = await baraka.get('/quizzes/nothing/like/this').expect(404);
    expect((await baraka.get(address()).expect(404)).text).toBe(missing.text);
    await baraka.post(`${address()}/attempts`).send({ form: newId() }).expect(404);
  });

  it('a stranger is asked to sign in, wherever they point', async () => {
    for (const address of [
      quizAddress(world.studies.baraka),
      `/attempts/${newId()}`,
      `/attempts/${newId()}/questions/1`,
      `/attempts/${newId()}/result`,
    ]) {
      const { headers } = await stranger(world).get(address).expect(303);
      expect(headers['location']).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
    }
  });
});
