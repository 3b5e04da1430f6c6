import { Certificate } from '../../../src/certificates/certificate.entity';
import { newId } from '../../../src/kernel/identifier';
import { open, read } from '../../support/page';
import { submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { certificates, finish } from '../finished';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const count = () => world.database.read(Certificate).count();
const addressOf = (study: string) => `/learning/${study}/certificate`;

describe('before the programme is complete', () => {
  it('the page says what is still missing, with a link to every step', async () => {
    await finish(world, world.baraka, world.studies.baraka, { but: ['humming', 'quiz'] });
    const page = await open(as(world, world.baraka), addressOf(world.studies.baraka));
    expect(page.heading).toBe('What is still missing for your certificate');
    expect(page.main).toContain('2 steps are left.');
    const addresses = page.links.map(({ address }) => address).filter((address) => address.includes(world.studies.baraka));
    expect(addresses).toEqual([
      `/lessons/${world.studies.baraka}/rough-consensus/humming`,
      `/quizzes/${world.studies.baraka}/rough-consensus/quiz`,
    ]);
  });

  it('nothing can be issued', async () => {
    const answer = await as(world, world.baraka).post(addressOf(world.studies.baraka)).send({ form: newId(), name: 'Baraka' }).expect(409);
    expect(read(answer).main).toContain('The programme is not complete');
    expect(await count()).toBe(0);
  });
});

describe('confirming the name', () => {
  const address = () => addressOf(world.studies.wanjiku);
  beforeAll(() => finish(world, world.wanjiku, world.studies.wanjiku));

  it('begins with the name as it is known', async () => {
    const page = await open(as(world, world.wanjiku), address());
    expect(page.field('Your name will print as').value).toBe('Wanjiku Kamau');
    expect(page.main).toContain('Its public page asks whoever checks it to type the name; it shows it only if you choose so later.');
  });

  it.each([
    ['of 121 characters', 'é'.repeat(121), 'Shorten your name to at most 120 characters'],
    ['left blank', '   ', 'Type your name with at least one letter'],
    ['of punctuation', '---', 'Type your name with at least one letter'],
    ['with an emoji', 'Wanjiku 🌍', 'Use only letters, digits, spaces and punctuation'],
    ['that overrides the direction of writing', 'Wanjiku \u202eumaK', 'hidden characters that turn the direction of writing'],
    ['with NUL', 'Wanjiku \0Kamau', 'characters that cannot be shown'],
  ])('a name %s gets a sentence, is kept as typed, and nothing is issued', async (_, name, sentence) => {
    const answer = await as(world, world.wanjiku).post(address()).send({ form: newId(), name }).expect(422);
    const page = read(answer, address());
    expect(page.errors).toHaveLength(1);
    expect(page.errors[0]).toContain(sentence);
    expect(page.field('Your name will print as').value).toBe(name.trim());
    expect(await count()).toBe(0);
  });

  it('fifty presses at once, each with a page of its own, issue one certificate', async () => {
    const posts = Array.from({ length: 50 }, (_, i) =>
      as(world, world.wanjiku)
        .post(address())
        .send({ form: newId(), name: `Wanjiku ${i}` }),
    );
    const answers = await Promise.all(posts);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    expect(await count()).toBe(1);
  });

  it('afterwards leads to the certificate, whatever is sent', async () => {
    const [certificate] = await certificates(world).of(world.wanjiku.id);
    const wanjiku = as(world, world.wanjiku);
    const own = `/certificates/${certificate!.id}`;
    expect((await wanjiku.get(address()).expect(303)).headers['location']).toBe(own);
    expect((await wanjiku.post(address()).send({ form: newId(), name: 'Somebody Else' }).expect(303)).headers['location']).toBe(own);
    expect((await wanjiku.get(own).expect(200)).text).not.toContain('Somebody Else');
  });

  it('the same form sent twice gets the first outcome', async () => {
    await finish(world, world.mei, world.studies.mei);
    const form = newId();
    const send = () => as(world, world.mei).post(addressOf(world.studies.mei)).send({ form, name: '陈美' }).expect(303);
    expect((await send()).headers['location']).toBe((await send()).headers['location']);
    expect(await certificates(world).of(world.mei.id)).toHaveLength(1);
  });

  it('works by reading and pressing alone', async () => {
    await finish(world, world.yusuf, world.studies.yusuf);
    const yusuf = as(world, world.yusuf);
    const page = await open(yusuf, `${addressOf(world.studies.yusuf)}?language=en`);
    const certificate = await submit(yusuf, page, 'Issue my certificate', { 'Your name will print as': '  يوسف   جورج خوري ' });
    expect(certificate.heading).toBe('Your certificate');
    expect(certificate.main).toContain('يوسف جورج خوري');
  });
});

describe('whose study it is', () => {
  it('nobody else finds it, and a stranger is asked to sign in', async () => {
    const missing = await as(world, world.mei).get(addressOf(newId())).expect(404);
    const foreign = await as(world, world.mei).get(addressOf(world.studies.wanjiku)).expect(404);
    expect(foreign.text).toBe(missing.text);
    await as(world, world.mei).post(addressOf(world.studies.baraka)).send({ form: newId(), name: 'Mei' }).expect(404);
    const { headers } = await stranger(world).get(addressOf(world.studies.wanjiku)).expect(303);
    expect(headers['location']).toMatch(/^\/sign-in/);
  });
});

describe('whom others ask about', () => {
  it('a cohort knows who has a certificate, and since when', async () => {
    const { wanjiku, baraka } = world.studies;
    const found = await certificates(world).ofCohort([wanjiku, baraka]);
    expect([...found.keys()]).toEqual([wanjiku]);
    expect(found.get(wanjiku)!.issuedAt).toEqual(world.clock.now());
    expect(await certificates(world).ofCohort([])).toEqual(new Map());
  });
});
