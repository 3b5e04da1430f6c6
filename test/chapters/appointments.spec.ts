import { Chapters } from '../../src/chapters/chapters.service';
import { Membership } from '../../src/chapters/membership.entity';
import { Person } from '../../src/people/person.entity';
import { open, type Page, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { MONDAY } from '../support/app';
import { as, PASSWORD, stranger } from '../support/visitor';
import { makePerson, startWorld, type World } from '../support/world';
import { destination, send, tamper, UNUSABLE } from './sending';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** The link that Amara gets for a lead or a trainer. */
async function invite(role: 'Lead' | 'Trainer', page?: Page): Promise<string> {
  const amara = as(world, world.amara);
  const people = page ?? (await open(amara, '/chapters/kenya/people'));
  const choice = people.field('Role').options.find((words) => words.startsWith(role))!;
  const invited = await submit(amara, people, 'Make a link', { Role: choice });
  expect(invited.status).toBe(200);
  return new URL(String(invited.field('Link for one person').value)).pathname;
}

const password = 'nine herons over the delta';
const newcomer = (name: string) => ({
  'Your name': `${name} Mutua`,
  'E-mail address': `${name.toLowerCase()}@example.org`,
  Password: password,
});
const accounts = (email: string) => world.database.read(Person).countBy({ email });
/** Somebody with an account and no role anywhere. */
const somebody = (name: string) => makePerson(world, { name, email: `${name.toLowerCase()}@example.org`, language: 'en' });
const rolesOf = async (email: string) => {
  const person = await world.database.read(Person).findOneByOrFail({ email });
  const memberships = await world.database.read(Membership).findBy({ personId: person.id, chapterId: world.kenya.id });
  return memberships.map(({ role }) => role);
};

describe('inviting a lead or a trainer', () => {
  it('lets somebody new in with a name, an address and a password', async () => {
    const link = await invite('Lead');
    const visitor = stranger(world);
    const page = await open(visitor, link);
    expect(page.heading).toBe('Become a lead of Kenya');
    const chapter = await submit(visitor, page, 'Accept', newcomer('Zawadi'));
    expect([chapter.address, chapter.heading]).toEqual(['/chapters/kenya', 'Kenya']);
    expect(chapter.offers('Start a cohort')).toBe(true);
    expect(await rolesOf('zawadi@example.org')).toEqual(['lead']);
    expect(await world.database.read(Person).findOneByOrFail({ email: 'zawadi@example.org' })).toMatchObject({
      language: 'en',
      zone: 'Africa/Nairobi',
    });
  });

  it('takes one press from somebody who is signed in, and counts at once', async () => {
    const link = await invite('Trainer');
    const abel = as(world, await somebody('Abel'));
    await abel.get('/chapters/kenya').expect(404);
    const page = await open(abel, link);
    expect(page.fields).toEqual([]);
    const chapter = await submit(abel, page, 'Accept');
    expect([chapter.status, chapter.address]).toEqual([200, '/chapters/kenya']);
    expect(chapter.offers('Start a cohort')).toBe(false);
  });

  it('knows somebody who has an account by their password', async () => {
    const link = await invite('Trainer');
    const visitor = stranger(world);
    const wrong = await submit(visitor, await open(visitor, link), 'Accept', {
      ...newcomer('Baraka'),
      'E-mail address': 'BARAKA@example.org',
    });
    expect([wrong.status, wrong.errors]).toEqual([422, [expect.stringContaining('its password is another one')]]);
    expect([wrong.field('E-mail address').value, wrong.field('Password').value]).toEqual(['BARAKA@example.org', '']);
    const chapter = await submit(visitor, wrong, 'Accept', { Password: PASSWORD });
    expect(chapter.address).toBe('/chapters/kenya');
    expect(await rolesOf('baraka@example.org')).toEqual(['trainer']);
    expect((await open(visitor, '/learning')).text).toContain('Baraka');
  });

  it('works once', async () => {
    const link = await invite('Trainer');
    await submit(stranger(world), await open(stranger(world), link), 'Accept', newcomer('Amina'));
    const late = await stranger(world).get(link);
    expect([late.status, read(late).heading]).toEqual([410, 'This link was already used']);
  });

  it('goes to one of two who press at once', async () => {
    const link = await invite('Lead');
    const people = [await somebody('Joy'), await somebody('Kofi')];
    const leads = () => world.database.read(Membership).countBy({ chapterId: world.kenya.id, role: 'lead' });
    const before = await leads();
    const posts = await Promise.all(people.map(async (person) => fill(await open(as(world, person), link), 'Accept')));
    const answers = await Promise.all(people.map((person, i) => send(as(world, person), posts[i]!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect(await leads()).toBe(before + 1);
  });

  it('makes one person of a button that is pressed twice, and signs both answers in', async () => {
    const link = await invite('Lead');
    const post = fill(await open(stranger(world), link), 'Accept', newcomer('Halima'));
    const visitors = [stranger(world), stranger(world)];
    const answers = await Promise.all(visitors.map((visitor) => send(visitor, post)));
    expect(answers.map(destination)).toEqual(['/chapters/kenya', '/chapters/kenya']);
    expect(await accounts('halima@example.org')).toBe(1);
    for (const visitor of visitors) expect((await open(visitor, '/chapters/kenya')).heading).toBe('Kenya');
    expect(destination(await send(stranger(world), post))).toBe('/chapters/kenya');
  });

  it('ends after seven days', async () => {
    const link = await invite('Lead');
    world.clock.advance({ days: 6, hours: 23 });
    const page = await open(stranger(world), link);
    expect(page.status).toBe(200);
    world.clock.advance({ hours: 1 });
    const late = await stranger(world).get(link).expect(404);
    expect(late.text).toBe((await stranger(world).get('/appointments/mistyped').expect(404)).text);
    expect(read(late).heading).toBe('This invitation no longer works');
    expect(read(late).main).toContain('Ask the person who sent it for the new link');
    expect(read(late).link('Sign in')).toBe('/sign-in');
    const post = fill(page, 'Accept', newcomer('Late'));
    expect((await send(stranger(world), post)).status).toBe(404);
    expect(await accounts('late@example.org')).toBe(0);
    world.clock.set(MONDAY);
  });

  it('gives every person a link of their own; a form sent again replaces the link it gave before', async () => {
    const page = await open(as(world, world.amara), '/chapters/kenya/people');
    const [first, again, other] = [await invite('Trainer', page), await invite('Trainer', page), await invite('Trainer')];
    const replaced = await stranger(world).get(first).expect(404);
    expect(replaced.text).toBe((await stranger(world).get('/appointments/mistyped')).text);
    await stranger(world).get(again).expect(200);
    await stranger(world).get(other).expect(200);
  });

  it('is shown once and kept nowhere', async () => {
    const link = await invite('Trainer');
    const token = link.split('/').at(-1)!;
    expect((await open(as(world, world.amara), '/chapters/kenya/people')).html).not.toContain(token);
    expect(JSON.stringify(await world.database.rows('SELECT * FROM "one_time_links"'))).not.toContain(token);
  });
});

describe('refusing an appointment kindly', () => {
  it.each(UNUSABLE)('%s is no name', async (_, name, sentence) => {
    const link = await invite('Trainer');
    const answer = await tamper(stranger(world), await open(stranger(world), link), 'Accept', newcomer('Nobody'), { name });
    expect([answer.status, read(answer).errors]).toEqual([
      422,
      [expect.stringMatching(sentence.source.includes('1 to') ? /1 to 200 characters/ : sentence)],
    ]);
    expect(await accounts('nobody@example.org')).toBe(0);
  });

  it.each([
    ['too short', 'nine heron', /at least 12 characters/],
    ['common', 'password123456', /easy to guess/],
    ['of this house', 'the chapterhouse key', /name of this site/],
    ['too long', 'x'.repeat(129), /at most 128/],
  ])('a password that is %s', async (_, Password, sentence) => {
    const link = await invite('Trainer');
    const page = await submit(stranger(world), await open(stranger(world), link), 'Accept', { ...newcomer('Nobody'), Password });
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(sentence)]]);
    expect(page.field('Your name').value).toBe('Nobody Mutua');
  });

  it('stops guessing the password of an account after eleven tries', async () => {
    const page = await open(stranger(world), await invite('Trainer'));
    await somebody('Grace');
    const guess = () => submit(stranger(world), page, 'Accept', newcomer('Grace'));
    for (let tries = 0; tries < 11; tries++) expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
  });

  it('a link that nobody made is not there', async () => {
    await stranger(world).get('/appointments/AAAAAAAAAAAAAAAAAAAAAA').expect(404);
    await as(world, world.wanjiku).get('/appointments/%00').expect(404);
  });
});

describe('who may invite', () => {
  it('leads of the chapter and stewards; for anybody else it is not there', async () => {
    const page = await open(as(world, world.amara), '/chapters/kenya/people');
    const post = fill(page, 'Make a link');
    const nowhere = await as(world, world.nour).get('/chapters/nowhere/people');
    for (const person of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      const answer = await as(world, person).get('/chapters/kenya/people');
      expect(answer.status).toBe(404);
      if (person === world.nour) expect(answer.text).toBe(nowhere.text);
      expect((await send(as(world, person), post)).status).toBe(404);
    }
    expect((await open(as(world, world.sofia), '/chapters/kenya/people')).status).toBe(200);
  });

  it.each(['steward', 'trainee', 'admin', '__proto__'])('nobody gives the role “%s”', async (role) => {
    const page = await open(as(world, world.amara), '/chapters/kenya/people');
    expect((await tamper(as(world, world.amara), page, 'Make a link', {}, { role })).status).toBe(404);
  });

  it('says what is missing when no role is chosen, and reads no role twice', async () => {
    const page = await open(as(world, world.amara), '/chapters/kenya/people');
    const answer = await tamper(as(world, world.amara), page, 'Make a link', {}, { role: '' });
    expect([answer.status, read(answer).errors]).toEqual([422, ['Choose a role']]);
    const post = fill(page, 'Make a link');
    expect((await send(as(world, world.amara), { ...post, pairs: [...post.pairs, ['role', 'lead']] })).status).toBe(400);
  });

  it('lists who leads and trains, and nobody else', async () => {
    const page = await open(as(world, world.amara), '/chapters/kenya/people');
    expect(page.rows('amara@example.org')).toEqual([expect.stringMatching(/Amara.*Lead/)]);
    expect(page.rows('tomas@example.org')).toEqual([expect.stringMatching(/Tomás.*Trainer/)]);
    expect(page.rows(/wanjiku|mei/)).toEqual([]);
  });
});

describe('roles kept at hand', () => {
  it('are those of the database at once here, and within five seconds elsewhere', async () => {
    const chapters = world.app.get(Chapters);
    const zola = await makePerson(world, { name: 'Zola', email: 'zola@example.org', language: 'fr' });
    expect(await chapters.rolesOf(zola.id)).toEqual([]);
    await world.database.write((write) => chapters.appoint(write, world.kenya.id, zola.id, 'trainer', world.clock.now()));
    await world.database.write((write) => chapters.appoint(write, world.kenya.id, zola.id, 'trainer', world.clock.now()));
    expect((await chapters.rolesOf(zola.id)).map(({ chapter, roles }) => [chapter.slug, roles])).toEqual([['kenya', ['trainer']]]);
    await world.database.write((write) => write.remove(Membership, { personId: zola.id }));
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5_001);
    expect(await chapters.rolesOf(zola.id)).toEqual([]);
    later.mockRestore();
  });
});
