import { Chapter } from '../../../src/chapters/chapter.entity';
import { Chapters } from '../../../src/chapters/chapters.service';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { Cohorts } from '../../../src/cohorts/cohorts.service';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { JoinRequest } from '../../../src/cohorts/requests/join-request.entity';
import { People } from '../../../src/people/people.service';
import { Person } from '../../../src/people/person.entity';
import { Notices } from '../../../src/web/mail/notices.service';
import { MONDAY } from '../../support/app';
import { lettersTo } from '../../support/mail';
import { open, type Page, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, signIn, stranger, type Visitor } from '../../support/visitor';
import { appoint, enrol, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';
import { send, tamper } from '../../chapters/sending';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterEach(() => world.clock.set(MONDAY));
afterAll(() => world.stop());

const MESSAGE = 'What would you like to tell them? (optional)';
const SENTENCE = 'A kind sentence (optional)';
const SEND = 'Send the request';
const amara = () => as(world, world.amara);
let made = 0;
const person = (language: 'en' | 'fr' = 'en') => {
  const number = ++made;
  return makePerson(world, { name: `Asker ${number}`, email: `asker${number}@asking.example`, language });
};
const asking = async (details: Parameters<typeof openCohort>[2] = {}): Promise<Cohort> => {
  const cohort = await openCohort(world, world.kenya, { name: `Asking ${++made}`, ...details });
  await submit(amara(), await open(amara(), `/cohorts/${cohort.id}/link`), 'Let people ask');
  return cohort;
};
const page = (who: Person, { id }: Cohort) => open(as(world, who), `/ask/${id}?language=en`);
const ask = async (who: Person, cohort: Cohort, message = '') =>
  submit(as(world, who), await page(who, cohort), SEND, { [MESSAGE]: message });
const roster = ({ id }: Cohort) => open(amara(), `/cohorts/${id}/roster`);
const requestOf = (who: Person, { id: cohortId }: Cohort) => world.database.read(JoinRequest).findOneBy({ cohortId, personId: who.id });
const people = ({ id: cohortId }: Cohort) => world.database.read(Enrolment).countBy({ cohortId, state: 'active' });
const answerPage = async (who: Person, cohort: Cohort) =>
  open(amara(), `/cohorts/${cohort.id}/requests/${(await requestOf(who, cohort))!.id}`);
const decline = async (who: Person, cohort: Cohort, sentence = '') =>
  submit(amara(), await answerPage(who, cohort), 'Decline', { [SENTENCE]: sentence });

describe('the public page of a chapter', () => {
  it('offers to ask only for cohorts where a lead allowed it', async () => {
    expect((await open(stranger(world), '/welcome/kenya')).links.map(({ name }) => name)).not.toContain('Ask to join');
    const cohort = await asking();
    const chapter = await open(stranger(world), '/welcome/kenya');
    expect(chapter.link(`Ask to join ${cohort.name}`)).toBe(`/ask/${cohort.id}`);
    await submit(amara(), await open(amara(), `/cohorts/${cohort.id}/link`), 'Take no more requests');
    expect((await open(stranger(world), '/welcome/kenya')).html).not.toContain(`/ask/${cohort.id}`);
    await stranger(world).get(`/ask/${cohort.id}`).expect(404);
  });

  it('leads nowhere where the chapter hides itself, where nobody may ask, and where it is over', async () => {
    const [over, closed] = [await asking({ startsOn: '2027-01-04', endsOn: '2027-02-28' }), await openCohort(world, world.kenya)];
    for (const { id } of [over, closed]) await as(world, world.mei).get(`/ask/${id}`).expect(404);
    const cohort = await asking();
    await world.database.write((write) => write.update(Chapter, { id: world.kenya.id }, { shown: false }));
    await as(world, world.mei).get(`/ask/${cohort.id}`).expect(404);
    await world.database.write((write) => write.update(Chapter, { id: world.kenya.id }, { shown: true }));
  });
});

describe('somebody who asks to join', () => {
  it('is not in, and sees on their first page that they wait', async () => {
    const [who, cohort] = [await person(), await asking()];
    const asked = await ask(who, cohort, 'I teach in Kisumu.');
    expect([asked.status, asked.main]).toEqual([200, expect.stringContaining('You asked on 1 March 2027. There is no answer yet.')]);
    expect(asked.main).toContain('I teach in Kisumu.');
    expect(await people(cohort)).toBe(0);
    const learning = await open(as(world, who), '/learning?language=en');
    expect([learning.main, learning.link(cohort.name)]).toEqual([expect.stringContaining('no answer yet'), `/ask/${cohort.id}`]);
  });

  it('is one request, from two windows at once and again', async () => {
    const [who, cohort] = [await person(), await asking()];
    const posts = [fill(await page(who, cohort), SEND, { [MESSAGE]: 'One' }), fill(await page(who, cohort), SEND, { [MESSAGE]: 'Two' })];
    const answers = await Promise.all([...posts, posts[0]!].map((post) => send(as(world, who), post)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await world.database.read(JoinRequest).countBy({ cohortId: cohort.id })).toBe(1);
    expect((await roster(cohort)).rows('Asker')).toHaveLength(1);
  });

  it('takes it back, and may ask again', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort, 'First words');
    const taking = fill(await page(who, cohort), 'Take the request back');
    for (const _ of [1, 2]) expect((await send(as(world, who), taking)).status).toBe(303);
    expect(await requestOf(who, cohort)).toMatchObject({ state: 'taken-back', message: '' });
    expect((await roster(cohort)).rows('Asker')).toEqual([]);
    await ask(who, cohort, 'Second words');
    expect((await roster(cohort)).rows('Second words')).toHaveLength(1);
  });

  it('who is in already is led on instead', async () => {
    const [who, cohort] = [await person(), await asking()];
    const late = await page(who, cohort);
    await enrol(world, who, cohort);
    expect((await submit(as(world, who), late, SEND)).main).toContain('You are in this cohort');
    expect(await requestOf(who, cohort)).toBeNull();
  });

  it('keeps what was typed when it is too long, and when nobody may ask any more', async () => {
    const [who, cohort] = [await person(), await asking()];
    const form = await page(who, cohort);
    const long = await submit(as(world, who), form, SEND, { [MESSAGE]: 'x'.repeat(501) });
    expect([long.status, long.errors, String(long.field(MESSAGE).value).length]).toEqual([422, ['Write at most 500 characters.'], 501]);
    await submit(as(world, world.amara), await open(amara(), `/cohorts/${cohort.id}/link`), 'Take no more requests');
    const late = await submit(as(world, who), form, SEND, { [MESSAGE]: 'My careful words' });
    expect([late.status, late.html]).toEqual([404, expect.stringContaining('My careful words')]);
    expect(await requestOf(who, cohort)).toBeNull();
  });

  it('takes 500 characters of any script', async () => {
    const [who, cohort] = [await person(), await asking()];
    expect((await ask(who, cohort, '👩🏽‍🏫'.repeat(500))).status).toBe(200);
    expect(await requestOf(who, cohort)).not.toBeNull();
  });

  it('waits for at most five answers at a time, also from six windows at once', async () => {
    const who = await person();
    const cohorts = [await asking(), await asking(), await asking(), await asking(), await asking(), await asking()];
    const posts = await Promise.all(cohorts.map(async (cohort) => fill(await page(who, cohort), SEND)));
    const answers = await Promise.all(posts.map((post) => send(as(world, who), post)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 303, 303, 409]);
    expect(read(answers.find(({ status }) => status === 409)!).main).toContain('Take one back, or wait for an answer.');
  });
});

describe('leads', () => {
  it('see who asks and what they write, on the roster, the chapter’s page and Today; their trainers do not', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort, 'Words for the leads alone');
    expect((await roster(cohort)).rows('Words for the leads alone')).toEqual([expect.stringContaining(who.name)]);
    for (const address of ['/chapters/kenya', '/today']) {
      expect((await open(amara(), address)).rows(cohort.name).join(' ')).toContain('1 person asks to join');
      expect((await open(as(world, world.tomas), address)).html).not.toContain('asks to join');
    }
    const his = await open(as(world, world.tomas), `/cohorts/${cohort.id}/roster`);
    expect([his.status, his.html.includes('Words for'), his.html.includes(who.name)]).toEqual([200, false, false]);
    const { id } = (await requestOf(who, cohort))!;
    for (const other of [world.tomas, world.nour, world.mei, who])
      await as(world, other).get(`/cohorts/${cohort.id}/requests/${id}`).expect(404);
  });

  it('let somebody in with one press, and a letter tells them in their language', async () => {
    const [who, cohort] = [await person('fr'), await asking()];
    await ask(who, cohort, 'Bonjour');
    const post = fill(await roster(cohort), `Let in ${who.name}`);
    const answers = await Promise.all([send(amara(), post), send(amara(), post)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await people(cohort)).toBe(1);
    expect(await requestOf(who, cohort)).toMatchObject({ state: 'accepted', message: '', answeredBy: world.amara.id });
    const letters = await lettersTo(world, who.email);
    expect(letters.map(({ subject, language }) => [subject, language])).toEqual([[`Bienvenue dans ${cohort.name}`, 'fr']]);
    expect((await world.app.get(Chapters).rolesOf(who.id)).map(({ chapter }) => chapter.slug)).toEqual(['kenya']);
    expect((await page(who, cohort)).main).toContain('You are in this cohort');
  });

  it('send no letter to whoever stopped such letters', async () => {
    const [who, cohort] = [await person(), await asking()];
    await world.database.write((write) => world.app.get(Notices).stop(write, who.id, MONDAY));
    await ask(who, cohort);
    await decline(who, cohort);
    expect(await lettersTo(world, who.email)).toEqual([]);
  });

  it('cannot let anybody into a full cohort: the request waits on', async () => {
    const [one, two, cohort] = [await person(), await person(), await asking({ places: 1 })];
    for (const who of [one, two]) await ask(who, cohort);
    const pages = await Promise.all([answerPage(one, cohort), answerPage(two, cohort)]);
    const answers = await Promise.all(pages.map((each) => send(amara(), fill(each, 'Let in'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(read(answers.find(({ status }) => status === 409)!).heading).toBe('This cohort is full');
    expect(await people(cohort)).toBe(1);
    expect(await world.database.read(JoinRequest).countBy({ cohortId: cohort.id, state: 'waiting' })).toBe(1);
  });

  it('cannot let anybody into a cohort that is over', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort);
    const form = await answerPage(who, cohort);
    await world.database.write((write) =>
      world.app.get(Cohorts).change(write, cohort, { ...cohort, startsOn: '2027-01-04', endsOn: '2027-02-28' }),
    );
    const answer = await submit(amara(), form, 'Let in');
    expect([answer.status, answer.heading]).toEqual([409, 'This cohort is over']);
  });

  it('decline with a kind sentence, which stands in the letter and on the page', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort, 'Please');
    await decline(who, cohort, 'The next one begins in May: come then.');
    const [letter] = await lettersTo(world, who.email);
    expect(letter!.text).toContain('The next one begins in May: come then.');
    const { main } = await page(who, cohort);
    expect(main).toContain('Your request was declined on 1 March 2027.');
    expect(main).toContain('The next one begins in May: come then.');
    expect(main).toContain('You can ask again from 31 March 2027 on.');
    expect((await open(as(world, who), '/learning?language=en')).main).toContain('Declined on');
  });

  it('keep a sentence that is too long, to shorten it', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort);
    const answer = await decline(who, cohort, 'y'.repeat(501));
    expect([answer.status, String(answer.field(SENTENCE).value).length]).toEqual([422, 501]);
    expect(await requestOf(who, cohort)).toMatchObject({ state: 'waiting' });
  });

  it('of two the first one’s answer counts; the other is told', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort);
    const pages = await Promise.all([answerPage(who, cohort), answerPage(who, cohort)]);
    const answers = await Promise.all([send(amara(), fill(pages[0]!, 'Let in')), send(amara(), fill(pages[1]!, 'Decline'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(read(answers.find(({ status }) => status === 409)!).main).toContain('answered or taken back meanwhile');
    expect(await lettersTo(world, who.email)).toHaveLength(1);
    expect(read(await amara().get(pages[0]!.address)).status).toBe(409);
  });

  it('are told when it was taken back while they read it', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort);
    const form = await answerPage(who, cohort);
    await submit(as(world, who), await page(who, cohort), 'Take the request back');
    expect((await submit(amara(), form, 'Let in')).status).toBe(404);
    expect(await people(cohort)).toBe(0);
  });

  it('answer only while they are leads, and only for their own cohorts', async () => {
    const grace = await makePerson(world, { name: 'Grace', email: 'grace@asking.example', language: 'en' });
    await appoint(world, grace, world.kenya, 'lead');
    const [who, cohort, other] = [await person(), await asking(), await asking()];
    await ask(who, cohort);
    const { id } = (await requestOf(who, cohort))!;
    const form = await open(as(world, grace), `/cohorts/${cohort.id}/requests/${id}`);
    const post = fill(form, 'Let in');
    expect((await send(as(world, grace), { ...post, address: `/cohorts/${other.id}/requests/${id}` })).status).toBe(404);
    await world.database.write((write) => world.app.get(Chapters).dismiss(write, world.kenya.id, grace.id, 'lead', false));
    expect((await send(as(world, grace), post)).status).toBe(404);
    expect(await requestOf(who, cohort)).toMatchObject({ state: 'waiting' });
  });
});

describe('asking again after a no', () => {
  it('is possible when thirty days have passed, and not a minute before', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort);
    const form = await page(who, await asking());
    await decline(who, cohort);
    const early = await send(as(world, who), { ...fill(form, SEND), address: `/ask/${cohort.id}` });
    expect([early.status, read(early).main]).toEqual([409, expect.stringContaining('Days until you can ask again: 30.')]);
    world.clock.advance({ minutes: 30 * 24 * 60 - 1 });
    const later = await signIn(world, who);
    expect((await open(later, `/ask/${cohort.id}?language=en`)).offers(SEND)).toBe(false);
    world.clock.advance({ minutes: 1 });
    const again = await submit(later, await open(later, `/ask/${cohort.id}?language=en`), SEND);
    expect([again.status, again.main]).toEqual([200, expect.stringContaining('There is no answer yet.')]);
  });
});

describe('somebody new who asks', () => {
  const start = async (cohort: Cohort, email: string, visitor: Visitor = stranger(world)): Promise<Page> =>
    submit(visitor, await open(visitor, `/ask/${cohort.id}`), 'Send me the letter', { 'E-mail address': email });
  const linkTo = async (email: string) => new URL((await lettersTo(world, email)).at(-1)!.links[0]!).pathname;
  const account = { 'Your name': 'Pendo', Password: 'nine herons over the delta' };

  it('comes back with a letter, makes an account and asks, in one go', async () => {
    const [cohort, guest, email] = [await asking(), stranger(world), 'pendo@asking.example'];
    expect((await start(cohort, email, guest)).main).toContain(`A letter is on its way to`);
    const form = await open(guest, await linkTo(email));
    const sent = await submit(guest, form, SEND, { ...account, [MESSAGE]: 'I am new' });
    expect([sent.address, sent.main]).toEqual([`/ask/${cohort.id}`, expect.stringContaining('I am new')]);
    const pendo = (await world.database.read(Person).findOneBy({ emailKey: email }))!;
    expect(pendo.emailVerifiedAt).not.toBeNull();
    expect((await roster(cohort)).rows('I am new')).toHaveLength(1);
    expect((await open(stranger(world), form.address)).status).toBe(410);
  });

  it('learns nothing about accounts: the answer is the same for every address, and so is the letter', async () => {
    const cohort = await asking();
    const [known, unknown] = [await start(cohort, world.mei.email), await start(cohort, 'nobody@asking.example')];
    const without = (text: string) => text.replaceAll(/[\w.]+@[\w.]+/g, '…');
    expect(without(known.main)).toBe(without(unknown.main));
    const bodies = await Promise.all([world.mei.email, 'nobody@asking.example'].map((email) => lettersTo(world, email)));
    const [one, two] = bodies.map((letters) => letters.at(-1)!.text.replaceAll(/\/asking\/\S+/g, '…'));
    expect(one).toBe(two);
    const page = await open(stranger(world), await linkTo(world.mei.email));
    expect(page.links.map(({ address }) => address)).toContain(`/sign-in?next=${encodeURIComponent(`/ask/${cohort.id}`)}`);
    expect(page.offers(SEND)).toBe(false);
  });

  it('cannot send it for another address', async () => {
    const [cohort, guest] = [await asking(), stranger(world)];
    await start(cohort, 'mine@asking.example', guest);
    const form = await open(guest, await linkTo('mine@asking.example'));
    const answer = read(
      await tamper(guest, form, SEND, { ...account, [MESSAGE]: 'Kept' }, { email: 'other@asking.example' }),
      form.address,
    );
    expect([answer.status, answer.field(MESSAGE).value]).toEqual([422, 'Kept']);
    expect(await world.database.read(Person).existsBy({ emailKey: 'other@asking.example' })).toBe(false);
  });

  it('gets no more than three letters an hour', async () => {
    const cohort = await asking();
    for (const _ of [1, 2, 3]) expect((await start(cohort, 'flood@asking.example')).status).toBe(200);
    expect((await start(cohort, 'flood@asking.example')).status).toBe(429);
    expect(await lettersTo(world, 'flood@asking.example')).toHaveLength(3);
    world.clock.advance({ minutes: 61 });
    expect((await start(cohort, 'flood@asking.example')).status).toBe(200);
  });

  it('who was turned away while filling in the form has no account from it', async () => {
    const [cohort, guest, email] = [await asking(), stranger(world), 'late@asking.example'];
    await start(cohort, email, guest);
    const form = await open(guest, await linkTo(email));
    await submit(amara(), await open(amara(), `/cohorts/${cohort.id}/link`), 'Take no more requests');
    const answer = await submit(guest, form, SEND, { ...account, [MESSAGE]: 'Kept words' });
    expect([answer.status, answer.main]).toEqual([409, expect.stringContaining('Nobody can ask to join this cohort any more.')]);
    expect(answer.html).toContain('Kept words');
    expect(await world.database.read(Person).existsBy({ emailKey: email })).toBe(false);
  });
});

describe('what somebody wrote', () => {
  it('is in their own data and nobody else’s, and goes with their account', async () => {
    const [who, cohort] = [await person(), await asking()];
    await ask(who, cohort, 'Canary words');
    const data = async (one: Person) => (await as(world, one).get('/account/privacy/data.json').expect(200)).text;
    expect(await data(who)).toContain('Canary words');
    expect(await data(world.amara)).not.toContain('Canary words');
    await world.database.write(async (write) => {
      await world.app.get(People).change(write, who.id, { active: false });
      await write.remove(Person, { id: who.id });
    });
    expect(await world.database.read(JoinRequest).countBy({ cohortId: cohort.id })).toBe(0);
  });
});
