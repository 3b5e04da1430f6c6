import { Chapters } from '../../src/chapters/chapters.service';
import { Cohorts } from '../../src/cohorts/cohorts.service';
import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { Studies } from '../../src/cohorts/enrolment/studies.service';
import { Invitations } from '../../src/cohorts/invitation/invitations.service';
import { LANGUAGES } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
import { Person } from '../../src/people/person.entity';
import { MONDAY } from '../support/app';
import { open, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { as, PASSWORD, stranger } from '../support/visitor';
import { enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from '../support/world';
import { destination, send, tamper, UNUSABLE } from '../chapters/sending';

let world: LearningWorld;
let link: string;
beforeAll(async () => {
  world = await startLearning();
  link = await invitationTo(world, world.cohort);
});
afterAll(() => world.stop());

const BUTTON = 'Join and start reading';
const password = 'nine herons over the delta';
const newcomer = (name: string) => ({
  'Your name': `${name} Mutua`,
  'E-mail address': `${name.toLowerCase()}@example.org`,
  Password: password,
});
const personOf = (name: string) => world.database.read(Person).findOneBy({ emailKey: `${name.toLowerCase()}@example.org` });
const enrolmentOf = async (name: string, cohortId = world.cohort.id) =>
  world.database.read(Enrolment).findOneByOrFail({ cohortId, personId: (await personOf(name))!.id });
const FIRST = /^\/lessons\/[0-9a-f-]{36}\/rough-consensus\/where-the-idea-comes-from$/;

describe('an invitation', () => {
  it('says what it is about before anybody says who they are', async () => {
    const page = await open(stranger(world), link);
    expect(page.heading).toBe('Taking part in Internet governance');
    for (const said of [
      'Kenya invites you',
      'Nairobi, March',
      '6 lessons and 1 quiz',
      '1 March 2027 to 11 April 2027 Africa/Nairobi',
      'About 45 minutes',
      'The leads and trainers of this chapter',
    ]) {
      expect(page.main).toContain(said);
    }
    expect(page.main).toMatch(/About \d{2,3} kB for everything/);
    expect(page.html).not.toMatch(/Amara|Wanjiku|@example\.org/);
  });

  it('speaks the language of its reader', async () => {
    const page = await open(stranger(world), `${link}?language=ar`);
    expect([page.language, page.direction, page.heading]).toEqual(['ar', 'rtl', 'المشاركة في حوكمة الإنترنت']);
  });

  it('is not there when nobody made it', async () => {
    for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', '%00', '0'.repeat(400)]) await stranger(world).get(`/join/${token}`).expect(404);
  });

  it('that was replaced is answered like one that was mistyped, byte for byte: with whom to ask, and the way in', async () => {
    const cohort = await openCohort(world, world.kenya, { name: 'Replaced' });
    const old = await invitationTo(world, cohort);
    await world.database.write((write) => world.app.get(Invitations).renew(write, cohort, world.clock.now()));
    const answer = await stranger(world).get(old).expect(404);
    expect(answer.text).toBe((await stranger(world).get('/join/mistyped').expect(404)).text);
    const page = read(answer, old);
    expect(page.heading).toBe('This invitation no longer works');
    expect(page.main).toContain('Ask the person who sent it for the new link');
    expect(page.main).not.toContain('Replaced');
    expect(page.link('Sign in')).toBe('/sign-in');
    await stranger(world)
      .get(await invitationTo(world, cohort))
      .expect(200);
  });

  it('that was replaced while somebody filled in the form lets nobody in, and says the same', async () => {
    const cohort = await openCohort(world, world.kenya, { name: 'Replaced later' });
    const form = fill(await open(stranger(world), await invitationTo(world, cohort)), BUTTON, newcomer('Chidi'));
    const press = fill(await open(as(world, world.baraka), await invitationTo(world, cohort)), BUTTON);
    await world.database.write((write) => world.app.get(Invitations).renew(write, cohort, world.clock.now()));
    const [late, signedIn] = [read(await send(stranger(world), form)), read(await send(as(world, world.baraka), press))];
    expect(late.fields.map(({ value }) => value)).toEqual(['Chidi Mutua', 'chidi@example.org']);
    for (const page of [late, signedIn]) expect([page.status, page.heading]).toEqual([404, 'This invitation no longer works']);
    expect(signedIn.links.map(({ address }) => address)).not.toContain('/sign-in');
    expect(await personOf('Chidi')).toBeNull();
    expect(await world.database.read(Enrolment).countBy({ cohortId: cohort.id })).toBe(0);
  });

  it.each(LANGUAGES)('that no longer works says so in the reader’s language: %s', async (language) => {
    const page = await open(stranger(world), `/join/mistyped?language=${language}`);
    const say = world.app.get(Phrases).in(language);
    expect([page.language, page.heading]).toEqual([language, say('chapters.link.dead.title')]);
    expect(page.main).toContain(say('chapters.link.dead.text'));
    expect(page.link(say('people.sign-in.button'))).toBe('/sign-in');
  });
});

describe('joining', () => {
  it('leads somebody new straight to the first lesson', async () => {
    const visitor = stranger(world);
    const lesson = await submit(visitor, await open(visitor, link), BUTTON, newcomer('Zawadi'));
    expect([lesson.status, lesson.address]).toEqual([200, expect.stringMatching(FIRST)]);
    expect(await personOf('Zawadi')).toMatchObject({ name: 'Zawadi Mutua', language: 'en', zone: 'Africa/Nairobi' });
    expect(await enrolmentOf('Zawadi')).toMatchObject({ state: 'active', joinedAt: MONDAY });
    const [belonging] = await world.app.get(Chapters).rolesOf((await personOf('Zawadi'))!.id);
    expect([belonging?.chapter.slug, belonging?.roles]).toEqual(['kenya', ['trainee']]);
  });

  it('remembers the language of the page', async () => {
    const visitor = stranger(world);
    await visitor.get(`${link}?language=fr`);
    await send(visitor, fill(read(await stranger(world).get(link), link), BUTTON, newcomer('Adjoa')));
    expect(await personOf('Adjoa')).toMatchObject({ language: 'fr' });
  });

  it('keeps a name in one form of Unicode, and the password as it was typed', async () => {
    const given = { ...newcomer('Jose'), 'Your name': 'Jose\u0301 Ruiz' };
    const visitor = stranger(world);
    await submit(visitor, await open(visitor, link), BUTTON, given);
    expect(await personOf('Jose')).toMatchObject({ name: 'José Ruiz' });
  });

  it('takes one press from somebody who is signed in', async () => {
    const mei = as(world, world.mei);
    const page = await open(mei, `${link}?language=en`);
    expect(page.fields).toEqual([]);
    expect(page.main).toContain('陈美');
    expect((await submit(mei, page, BUTTON)).address).toMatch(FIRST);
  });

  it('knows somebody with an account by their password', async () => {
    const given = { ...newcomer('Nour'), Password: PASSWORD };
    const visitor = stranger(world);
    expect((await submit(visitor, await open(visitor, link), BUTTON, given)).address).toMatch(FIRST);
    expect(await personOf('Nour')).toMatchObject({ name: 'نور حداد' });
  });

  it('works twice: the same person, the same enrolment', async () => {
    const visitor = stranger(world);
    const first = destination(await send(visitor, fill(await open(visitor, link), BUTTON, newcomer('Faith'))));
    const second = destination(await send(stranger(world), fill(await open(stranger(world), link), BUTTON, newcomer('Faith'))));
    expect(second).toBe(first);
    const again = await open(visitor, link);
    expect(again.main).toContain('You are in this cohort');
    expect([again.link('Go on'), again.offers(BUTTON)]).toEqual([first, false]);
    expect(await world.database.read(Person).countBy({ email: 'faith@example.org' })).toBe(1);
  });

  it('makes one person of a double press, and both answers lead to the same lesson, signed in', async () => {
    const post = fill(await open(stranger(world), link), BUTTON, newcomer('Brian'));
    const visitors = [stranger(world), stranger(world)];
    const answers = await Promise.all(visitors.map((visitor) => send(visitor, post)));
    expect(destination(answers[0]!)).toMatch(FIRST);
    expect(destination(answers[1]!)).toBe(destination(answers[0]!));
    expect(await world.database.read(Person).countBy({ email: 'brian@example.org' })).toBe(1);
    for (const visitor of visitors) await visitor.get(destination(answers[0]!)).expect(200);
  });

  it('makes one person of two windows at once', async () => {
    const posts = await Promise.all([1, 2].map(async () => fill(await open(stranger(world), link), BUTTON, newcomer('Mercy'))));
    const answers = await Promise.all(posts.map((post) => send(stranger(world), post)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(destination(answers[1]!)).toBe(destination(answers[0]!));
    expect(await world.database.read(Person).countBy({ email: 'mercy@example.org' })).toBe(1);
  });

  it('gives a form that is sent again the first outcome, and a stranger who has it no session', async () => {
    const post = fill(await open(stranger(world), link), BUTTON, newcomer('Ruth'));
    const first = destination(await send(stranger(world), post));
    const other = stranger(world);
    const pairs = post.pairs.map(([name, value]): [string, string] => [name, name === 'password' ? 'some other password' : value]);
    const answer = await send(other, { ...post, pairs });
    expect([answer.status, other.cookie('session')]).toEqual([422, undefined]);
    await other.get(first).expect(303);
  });

  it('goes on where somebody stopped', async () => {
    const visitor = stranger(world);
    const first = destination(await send(visitor, fill(await open(visitor, link), BUTTON, newcomer('Daniel'))));
    const [study] = await world.app.get(Studies).of((await personOf('Daniel'))!);
    await world.database.write((write) =>
      world.app.get(Studies).finish(write, study!, 'step:rough-consensus/where-the-idea-comes-from', MONDAY),
    );
    expect((await open(visitor, link)).link('Go on')).toBe(first.replace('where-the-idea-comes-from', 'what-rough-means'));
  });

  it('takes somebody back who had withdrawn, with their history', async () => {
    const visitor = stranger(world);
    await send(visitor, fill(await open(visitor, link), BUTTON, newcomer('Esther')));
    const { id } = await enrolmentOf('Esther');
    await world.database.write((write) => write.update(Enrolment, { id }, { state: 'withdrawn' }));
    await submit(visitor, await open(visitor, link), BUTTON);
    expect(await enrolmentOf('Esther')).toMatchObject({ id, state: 'active' });
  });
});

describe('what is to be corrected before joining', () => {
  it('a wrong password of an account: at its field, with a way to sign in, and everything else kept', async () => {
    const page = await submit(stranger(world), await open(stranger(world), link), BUTTON, newcomer('Yusuf'));
    expect([page.status, page.errors]).toEqual([422, [expect.stringContaining('its password is another one')]]);
    expect(page.field('Password').description).toContain('its password is another one');
    expect([page.field('E-mail address').value, page.field('Password').value]).toEqual(['yusuf@example.org', '']);
    expect(page.link('Sign in')).toBe(`/sign-in?next=${encodeURIComponent(link)}`);
    expect(await world.database.read(Enrolment).countBy({ cohortId: world.cohort.id, personId: world.yusuf.id })).toBe(0);
  });

  it('after eleven wrong passwords: a wait', async () => {
    await makePerson(world, { name: 'Grace', email: 'grace@example.org', language: 'en' });
    const page = await open(stranger(world), link);
    for (let tries = 0; tries < 11; tries++) expect((await submit(stranger(world), page, BUTTON, newcomer('Grace'))).status).toBe(422);
    const answer = await send(stranger(world), fill(page, BUTTON, { ...newcomer('Grace'), Password: PASSWORD }));
    expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(read(answer).fields.map(({ value }) => value)).toEqual(['Grace Mutua', 'grace@example.org']);
    world.clock.advance({ minutes: 5 });
    expect((await send(stranger(world), fill(page, BUTTON, { ...newcomer('Grace'), Password: PASSWORD }))).status).toBe(303);
    world.clock.set(MONDAY);
  });

  it.each(UNUSABLE)('%s as a name', async (_, name, sentence) => {
    const answer = await tamper(stranger(world), await open(stranger(world), link), BUTTON, newcomer('Nobody'), { name });
    const expected = sentence.source.includes('1 to') ? /1 to 200 characters/ : sentence;
    const page = read(answer, link);
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(expected)]]);
    expect([page.field('Your name').value, page.field('E-mail address').value]).toEqual([name.trim(), 'nobody@example.org']);
    expect(await personOf('Nobody')).toBeNull();
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['an address that is none', { email: 'not an address' }, 422, /Enter an e-mail address/],
    ['no password', { password: '' }, 422, /Enter your password/],
    ['a password of eleven characters', { password: 'xq7-herons-' }, 422, /at least 12/],
    ['a password on a public list', { password: 'password123456' }, 422, /easy to guess/],
    ['a password of 5,000 characters', { password: 'x'.repeat(5000) }, 422, /at most 128/],
    ['a role', { role: 'lead' }, 422, /Unknown field/],
    ['being a steward', { steward: 'true' }, 422, /Unknown field/],
  ])('%s', async (_, changes, status, sentence) => {
    const answer = await tamper(stranger(world), await open(stranger(world), link), BUTTON, newcomer('Nobody'), changes);
    const page = read(answer, link);
    expect([page.status, page.main]).toEqual([status, expect.stringMatching(sentence)]);
    expect(page.fields.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Nobody Mutua', changes['email'] ?? 'nobody@example.org']),
    );
    expect(page.html).not.toContain(password);
    expect(await personOf('Nobody')).toBeNull();
  });

  it('a field that comes twice cannot be read', async () => {
    const post = fill(await open(stranger(world), link), BUTTON, newcomer('Nobody'));
    const page = read(await send(stranger(world), { ...post, pairs: [...post.pairs, ['email', 'b@example.org']] }));
    expect([page.status, page.heading]).toEqual([400, 'This form could not be read']);
    expect(page.fields.map(({ value }) => value)).toEqual(['Nobody Mutua', 'nobody@example.org', 'b@example.org']);
    expect(await personOf('Nobody')).toBeNull();
  });
});

describe('the places of a cohort', () => {
  it('give the last one to one of two who press at once; the other gets no account out of it', async () => {
    const small = await openCohort(world, world.kenya, { name: 'Small', places: 1 });
    const address = await invitationTo(world, small);
    const names = ['Kevin', 'Nadia'];
    const posts = await Promise.all(names.map(async (name) => fill(await open(stranger(world), address), BUTTON, newcomer(name))));
    const answers = await Promise.all(posts.map((post) => send(stranger(world), post)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(read(answers.find(({ status }) => status === 409)!).heading).toBe('This cohort is full');
    expect(await world.database.read(Enrolment).countBy({ cohortId: small.id })).toBe(1);
    expect((await Promise.all(names.map(personOf))).filter(Boolean)).toHaveLength(1);

    const page = await open(stranger(world), address);
    expect([page.status, page.offers(BUTTON)]).toEqual([200, false]);
    expect(page.main).toContain('This cohort is full');
  });

  it('count nobody twice: whoever is in comes back to a full cohort', async () => {
    const small = await openCohort(world, world.kenya, { name: 'One', places: 1 });
    await enrol(world, world.yusuf, small);
    const address = await invitationTo(world, small);
    expect((await open(as(world, world.yusuf), `${address}?language=en`)).main).toContain('You are in this cohort');
    const post = fill(await open(stranger(world), link), BUTTON, { ...newcomer('Yusuf'), Password: PASSWORD });
    expect(destination(await send(stranger(world), { ...post, address }))).toMatch(FIRST);
    expect((await send(stranger(world), { ...fill(await open(stranger(world), link), BUTTON, newcomer('Third')), address })).status).toBe(
      409,
    );
  });
});

describe('the days of a cohort', () => {
  it('before the first one, people join and read ahead', async () => {
    const later = await openCohort(world, world.kenya, { name: 'Later', startsOn: '2027-04-05', endsOn: '2027-05-16' });
    const visitor = stranger(world);
    const page = await open(visitor, await invitationTo(world, later));
    expect(page.main).toContain('The cohort begins on 5 April 2027.');
    expect((await submit(visitor, page, BUTTON, newcomer('Samuel'))).address).toMatch(FIRST);
  });

  it('after the last one, the page says so calmly and nobody joins', async () => {
    const ended = await openCohort(world, world.kenya, { name: 'Ended' });
    const address = await invitationTo(world, ended);
    const page = await open(stranger(world), address);
    await world.database.write((write) =>
      world.app.get(Cohorts).change(write, ended, { ...ended, startsOn: '2027-01-04', endsOn: '2027-02-28' }),
    );
    const late = await open(stranger(world), address);
    expect([late.status, late.offers(BUTTON)]).toEqual([200, false]);
    expect(late.main).toContain('It ended on 28 February 2027.');
    const answer = await send(stranger(world), fill(page, BUTTON, newcomer('Late')));
    expect([answer.status, read(answer).heading]).toEqual([409, 'This cohort is over']);
    expect(await personOf('Late')).toBeNull();
  });
});
