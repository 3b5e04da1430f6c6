import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { Chapters } from '../../../src/chapters/chapters.service';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { Cohorts } from '../../../src/cohorts/cohorts.service';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { CohortInvitation } from '../../../src/cohorts/invitation/cohort-invitation.entity';
import { Person } from '../../../src/people/person.entity';
import { MONDAY } from '../../support/app';
import { open, type Page, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { appoint, enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';
import { destination, send, tamper } from '../../chapters/sending';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterEach(() => world.clock.set(MONDAY));
afterAll(() => world.stop());

const JOIN = 'Join and start reading';
const [UNTIL, MOST] = ['Last day of the link (optional)', 'How many may come by it (optional)'];
const password = 'nine herons over the delta';
const newcomer = (name: string) => ({ 'Your name': name, 'E-mail address': `${name.toLowerCase()}@link.example`, Password: password });
const amara = () => as(world, world.amara);
const addressOf = ({ id }: Cohort) => `/cohorts/${id}/link`;
const linkOf = (cohort: Cohort) => open(amara(), addressOf(cohort));
const stored = ({ id: cohortId }: Cohort) => world.database.read(CohortInvitation).findOneByOrFail({ cohortId });
const people = ({ id: cohortId }: Cohort) => world.database.read(Enrolment).countBy({ cohortId });
const known = (name: string) => world.database.read(Person).existsBy({ emailKey: `${name.toLowerCase()}@link.example` });
const cohortWith = async (given: Record<string, string> = {}, details: Parameters<typeof openCohort>[2] = {}): Promise<Cohort> => {
  const cohort = await openCohort(world, world.kenya, { name: 'By link', ...details });
  if (Object.keys(given).length) expect((await submit(amara(), await linkOf(cohort), 'Save', given)).status).toBe(200);
  return cohort;
};
/** The form of somebody new on the page behind a cohort's link. */
const form = async (cohort: Cohort, name: string) =>
  fill(await open(stranger(world), await invitationTo(world, cohort)), JOIN, newcomer(name));

describe('the terms of a link', () => {
  it('are changed by a lead and shown where the link is', async () => {
    const cohort = await cohortWith({ [UNTIL]: '2027-03-10', [MOST]: '30' });
    expect(await stored(cohort)).toMatchObject({ lastsUntil: '2027-03-10', most: 30, came: 0 });
    for (const page of [addressOf(cohort), `/cohorts/${cohort.id}`, `/cohorts/${cohort.id}/roster`, `/cohorts/${cohort.id}/roster/add`]) {
      const { main } = await open(amara(), page);
      expect(main).toContain('can join until the end of 10 March 2027.');
      expect(main).toContain('Came by it: 0 of 30.');
    }
  });

  it('that name the cohort’s last day follow it when it is moved', async () => {
    const cohort = await cohortWith({ [UNTIL]: '2027-04-11' });
    expect(await stored(cohort)).toMatchObject({ lastsUntil: null });
    await world.database.write((write) => world.app.get(Cohorts).change(write, cohort, { ...cohort, endsOn: '2027-04-25' }));
    expect((await linkOf(cohort)).main).toContain('until the end of 25 April 2027');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['yesterday', { lastsUntil: '2027-02-28' }, /today or a later day/],
    ['a day after the cohort', { lastsUntil: '2027-04-12' }, /not after the cohort’s last day/],
    ['a day that does not exist', { lastsUntil: '2027-02-30' }, /day that exists/],
    ['nobody', { most: '0' }, /whole number from 1 to 10,000/],
    ['half a person', { most: '1.5' }, /whole number/],
  ])('refuse %s; what was typed stays', async (_, changes, sentence) => {
    const cohort = await cohortWith();
    const typed = { [UNTIL]: '2027-03-20', [MOST]: '7' };
    const page = read(await tamper(amara(), await linkOf(cohort), 'Save', typed, changes), addressOf(cohort));
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(sentence)]]);
    expect([page.field(UNTIL).value, page.field(MOST).value]).toEqual([changes['lastsUntil'] ?? '2027-03-20', changes['most'] ?? '7']);
    expect(await stored(cohort)).toMatchObject({ lastsUntil: null, most: null, version: 1 });
  });

  it('show the second of two leads both texts', async () => {
    const cohort = await cohortWith();
    const [first, second] = [await linkOf(cohort), await linkOf(cohort)];
    await submit(amara(), first, 'Save', { [MOST]: '5' });
    const conflict = await submit(amara(), second, 'Save', { [UNTIL]: '2027-03-20', [MOST]: '6' });
    expect([conflict.status, conflict.heading]).toEqual([409, 'Somebody changed the link while you were changing it']);
    expect(conflict.rows('20 March 2027')).toHaveLength(1);
    expect(await stored(cohort)).toMatchObject({ most: 5 });
    await submit(amara(), conflict, 'Keep mine');
    expect(await stored(cohort)).toMatchObject({ most: 6, lastsUntil: '2027-03-20' });
  });

  it('typed for a link that was replaced meanwhile are a conflict, too', async () => {
    const cohort = await cohortWith();
    const old = await linkOf(cohort);
    await submit(amara(), await linkOf(cohort), 'Make a new link');
    expect((await submit(amara(), old, 'Save', { [MOST]: '6' })).status).toBe(409);
    expect(await stored(cohort)).toMatchObject({ most: null });
  });
});

describe('a link with a last day', () => {
  it('works to the end of that day where the cohort is, and then says kindly that it is over', async () => {
    const cohort = await cohortWith({ [UNTIL]: '2027-03-02' });
    const link = await invitationTo(world, cohort);
    world.clock.set(new Date('2027-03-02T20:59:00Z')); // one minute to midnight in Nairobi
    const page = await open(stranger(world), link);
    expect(page.status).toBe(200);
    world.clock.advance({ minutes: 1 });
    const late = await open(stranger(world), link);
    expect([late.status, late.main]).toEqual([410, expect.stringContaining('The last day of this invitation link is over.')]);
    expect(late.html).not.toContain('By link');
    const answer = read(await send(stranger(world), fill(page, JOIN, newcomer('Akinyi'))));
    expect([answer.status, answer.fields.map(({ value }) => value)]).toEqual([410, ['Akinyi', 'akinyi@link.example']]);
    expect([await people(cohort), await known('Akinyi')]).toEqual([0, false]);
    expect((await linkOf(cohort)).main).toContain('The link has ended: its last day was 2 March 2027.');
  });

  it('lets whoever is in go on', async () => {
    const cohort = await cohortWith({ [UNTIL]: '2027-03-02' });
    await enrol(world, world.mei, cohort);
    world.clock.set(new Date('2027-03-05T09:00:00Z'));
    const page = await open(as(world, world.mei), `${await invitationTo(world, cohort)}?language=en`);
    expect([page.status, page.main]).toEqual([200, expect.stringContaining('You are in this cohort')]);
  });
});

describe('a link for so many', () => {
  it('lets in the last one of two who press at once; the other keeps what was typed and gets no account', async () => {
    const cohort = await cohortWith({ [MOST]: '1' });
    const names = ['Wafula', 'Nekesa'];
    const forms = await Promise.all(names.map((name) => form(cohort, name)));
    const answers = await Promise.all(forms.map((post) => send(stranger(world), post)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = read(answers.find(({ status }) => status === 409)!);
    expect([refused.heading, refused.fields]).toEqual([
      'Enough people have come by this link',
      expect.arrayContaining([expect.anything()]),
    ]);
    expect([await people(cohort), (await stored(cohort)).came]).toEqual([1, 1]);
    expect((await Promise.all(names.map(known))).filter(Boolean)).toHaveLength(1);
  });

  it('counts five of twenty who come at once, and no more', async () => {
    const cohort = await cohortWith({ [MOST]: '5' });
    const crowd = await Promise.all(
      Array.from({ length: 20 }, (_, at) => makePerson(world, { name: `Crowd ${at}`, email: `crowd${at}@link.example`, language: 'en' })),
    );
    const link = await invitationTo(world, cohort);
    const posts = await Promise.all(crowd.map(async (one) => fill(await open(as(world, one), link), JOIN)));
    const answers = await Promise.all(posts.map((post, at) => send(as(world, crowd[at]!), post)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
    expect([await people(cohort), (await stored(cohort)).came]).toEqual([5, 5]);
  });

  it('counts somebody once, from two windows and a second press', async () => {
    const cohort = await cohortWith({ [MOST]: '2' });
    const link = await invitationTo(world, cohort);
    const posts = [1, 2].map(async () => fill(await open(as(world, world.yusuf), `${link}?language=en`), JOIN));
    const [one, two] = await Promise.all(posts);
    const answers = await Promise.all([one!, two!, one!].map((post) => send(as(world, world.yusuf), post)));
    expect(new Set(answers.map(destination)).size).toBe(1);
    expect((await stored(cohort)).came).toBe(1);
  });

  it('says so before anybody fills in a form, and lets whoever is in go on', async () => {
    const cohort = await cohortWith({ [MOST]: '1' });
    await send(stranger(world), await form(cohort, 'Simiyu'));
    const page = await open(stranger(world), await invitationTo(world, cohort));
    expect([page.status, page.offers(JOIN), page.main]).toEqual([
      200,
      false,
      expect.stringContaining('Enough people have come by this link'),
    ]);
    const post = { ...(await form(await cohortWith(), 'Simiyu')), address: await invitationTo(world, cohort) };
    expect((await send(stranger(world), post)).status).toBe(303);
  });

  it('made smaller than those who came lets nobody else in and puts nobody out; made larger, it goes on', async () => {
    const cohort = await cohortWith();
    for (const name of ['Barasa', 'Wanjala']) await send(stranger(world), await form(cohort, name));
    await submit(amara(), await linkOf(cohort), 'Save', { [MOST]: '1' });
    expect((await linkOf(cohort)).main).toContain('Came by it: 2 of 1.');
    expect([await people(cohort), (await open(stranger(world), await invitationTo(world, cohort))).offers(JOIN)]).toEqual([2, false]);
    await submit(amara(), await linkOf(cohort), 'Save', { [MOST]: '3' });
    expect((await send(stranger(world), await form(cohort, 'Mukhwana'))).status).toBe(303);
  });

  it('says first of all that the cohort is over', async () => {
    const cohort = await cohortWith({ [MOST]: '1' });
    await send(stranger(world), await form(cohort, 'Last'));
    world.clock.set(new Date('2027-05-01T09:00:00Z'));
    expect((await open(stranger(world), await invitationTo(world, cohort))).main).toContain('This cohort is over');
  });
});

describe('closing a link', () => {
  it('lets nobody in, not even from a page that was open, until it is opened again; the address stays', async () => {
    const cohort = await cohortWith();
    const [link, post] = [await invitationTo(world, cohort), await form(cohort, 'Atieno')];
    const closed = await submit(amara(), await linkOf(cohort), 'Close the link');
    expect(closed.main).toContain('The link is closed.');
    const page = await open(stranger(world), link);
    expect([page.status, page.main, page.link('Sign in')]).toEqual([410, expect.stringContaining('closed at the moment'), '/sign-in']);
    const late = read(await send(stranger(world), post));
    expect([late.status, late.fields.map(({ value }) => value)]).toEqual([410, ['Atieno', 'atieno@link.example']]);
    expect(await known('Atieno')).toBe(false);
    await submit(amara(), await linkOf(cohort), 'Open the link again');
    expect(await invitationTo(world, cohort)).toBe(link);
    expect((await send(stranger(world), post)).status).toBe(303);
  });

  it('is noted in the audit, once for a button that is pressed twice', async () => {
    const cohort = await cohortWith();
    const post = fill(await linkOf(cohort), 'Close the link');
    const other = fill(await linkOf(cohort), 'Close the link');
    for (const one of [post, post, other]) expect((await send(amara(), one)).status).toBe(303);
    await submit(amara(), await linkOf(cohort), 'Open the link again');
    await submit(amara(), await linkOf(cohort), 'Make a new link');
    const acts = (await world.database.read(AuditEntry).find({ where: { objectId: cohort.id }, order: { id: 'ASC' } })).map(
      ({ act }) => act,
    );
    expect(acts).toEqual(['link-closed', 'link-opened', 'link-replaced']);
    expect((await open(amara(), '/chapters/kenya/audit')).main).toContain('An invitation link was replaced');
  });
});

describe('a new link', () => {
  it('takes the place of the old one for good, on the same terms, and counts from nothing', async () => {
    const cohort = await cohortWith({ [UNTIL]: '2027-03-10', [MOST]: '2' });
    await send(stranger(world), await form(cohort, 'Otieno'));
    const old = await invitationTo(world, cohort);
    const post = fill(await linkOf(cohort), 'Make a new link');
    expect(destination(await send(amara(), post))).toBe(addressOf(cohort));
    const fresh = await invitationTo(world, cohort);
    expect(fresh).not.toBe(old);
    await stranger(world).get(old).expect(404);
    await stranger(world).get(fresh).expect(200);
    expect(await stored(cohort)).toMatchObject({ lastsUntil: '2027-03-10', most: 2, came: 0 });
    await send(amara(), post);
    expect(await invitationTo(world, cohort)).toBe(fresh);
  });

  it('of two leads at once is one link, and it works', async () => {
    const cohort = await cohortWith({ [MOST]: '9' });
    const posts = await Promise.all([1, 2].map(async () => fill(await linkOf(cohort), 'Make a new link')));
    const answers = await Promise.all(posts.map((post) => send(amara(), post)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await stranger(world)
      .get(await invitationTo(world, cohort))
      .expect(200);
    expect(await stored(cohort)).toMatchObject({ most: 9 });
  });

  it('made in the very moment in which somebody joins by the old one: either is whole', async () => {
    const cohort = await cohortWith();
    const [joining, making] = [await form(cohort, 'Moment'), fill(await linkOf(cohort), 'Make a new link')];
    const [joined, made] = await Promise.all([send(stranger(world), joining), send(amara(), making)]);
    expect(made.status).toBe(303);
    expect([303, 404]).toContain(joined.status);
    expect([await people(cohort), await known('Moment')]).toEqual(joined.status === 303 ? [1, true] : [0, false]);
  });

  it('is kept as a fingerprint only', async () => {
    const cohort = await cohortWith();
    const token = (await invitationTo(world, cohort)).split('/').at(-1)!;
    expect(JSON.stringify(await stored(cohort))).not.toContain(token);
  });
});

describe('who changes a link', () => {
  const posts = (page: Page) => ['Save', 'Close the link', 'Make a new link', 'Let people ask'].map((button) => fill(page, button));

  it('leads of the chapter and stewards; for anybody else it is not there', async () => {
    const cohort = await cohortWith();
    const [page, before] = [await linkOf(cohort), await stored(cohort)];
    for (const person of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      await as(world, person).get(addressOf(cohort)).expect(404);
      for (const post of posts(page)) expect((await send(as(world, person), post)).status).toBe(404);
    }
    expect(await stored(cohort)).toEqual(before);
    await as(world, world.sofia).get(addressOf(cohort)).expect(200);
  });

  it('nobody who has stopped being a lead while the page was open', async () => {
    const grace = await makePerson(world, { name: 'Grace', email: 'grace@link.example', language: 'en' });
    await appoint(world, grace, world.kenya, 'lead');
    const cohort = await cohortWith();
    const [page, before] = [await open(as(world, grace), addressOf(cohort)), await stored(cohort)];
    await world.database.write((write) => world.app.get(Chapters).dismiss(write, world.kenya.id, grace.id, 'lead', false));
    for (const post of posts(page)) expect((await send(as(world, grace), post)).status).toBe(404);
    expect(await stored(cohort)).toEqual(before);
  });

  it('nothing but what the buttons say', async () => {
    const cohort = await cohortWith();
    expect((await tamper(amara(), await linkOf(cohort), 'Close the link', {}, { do: 'explode' })).status).toBe(400);
    expect(await stored(cohort)).toMatchObject({ closedAt: null });
  });
});

describe('the roster', () => {
  it('shows who is in, who is invited and how many places there are', async () => {
    const cohort = await cohortWith({}, { places: 30 });
    await enrol(world, world.wanjiku, cohort);
    const form = await open(amara(), `/cohorts/${cohort.id}/roster/add`);
    await submit(
      amara(),
      await submit(amara(), form, 'Check the list', { 'Paste your list': 'a@new.example\nb@new.example' }),
      'Add 2 people',
    );
    const { main } = await open(amara(), `/cohorts/${cohort.id}/roster`);
    expect(main).toContain('In this cohort: 1. Invited and not here yet: 2. Places: 30.');
  });
});
