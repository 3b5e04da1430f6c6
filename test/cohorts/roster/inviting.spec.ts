import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { PersonalInvitation } from '../../../src/cohorts/invitation/personal-invitation.entity';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { newId } from '../../../src/kernel/identifier';
import { lettersTo } from '../../support/mail';
import { open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, signIn, stranger } from '../../support/visitor';
import { type LearningWorld, openCohort, startLearning } from '../../support/world';
import { send, tamper } from '../../chapters/sending';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const PASSWORD = 'nine lazy herons on Saturday';
const JOIN = 'Join and start reading';
const amara = () => as(world, world.amara);
const roster = (cohort: Cohort) => open(amara(), `/cohorts/${cohort.id}/roster`);
const people = ({ id: cohortId }: Cohort) => world.database.read(Enrolment).countBy({ cohortId, state: 'active' });

/** Invites somebody to a cohort of their own; returns the address in the letter. */
async function invited(
  line: string,
  more: Parameters<typeof openCohort>[2] = {},
): Promise<{ cohort: Cohort; link: string; email: string }> {
  const cohort = await openCohort(world, world.kenya, { name: 'Invited', ...more });
  const form = await open(amara(), `/cohorts/${cohort.id}/roster/add`);
  await submit(amara(), await submit(amara(), form, 'Check the list', { 'Paste your list': line }), 'Add 1 person');
  const email = /\S+@[^\s>]+/.exec(line)![0].replace('<', '');
  return { cohort, email, link: new URL((await lettersTo(world, email)).at(-1)!.links[0]!).pathname };
}

describe('somebody who is invited by letter', () => {
  it('finds their name and address filled in, and is in with one press after a password', async () => {
    const { cohort, link } = await invited('Neema Otieno <neema@invited.example>');
    const guest = stranger(world);
    const page = await open(guest, link);
    expect([page.field('Your name').value, page.field('E-mail address').value]).toEqual(['Neema Otieno', 'neema@invited.example']);
    await submit(guest, page, JOIN, { Password: PASSWORD });
    expect(await people(cohort)).toBe(1);
    expect((await roster(cohort)).rows('neema@invited.example')).toEqual([]);
    expect((await open(stranger(world), link)).status).toBe(410);
    expect((await open(guest, link)).heading).not.toBe('');
  });

  it('needs one press when they are signed in', async () => {
    const { cohort, link } = await invited('mei@example.org');
    await submit(as(world, world.mei), await open(as(world, world.mei), `${link}?language=en`), JOIN);
    expect(await people(cohort)).toBe(1);
  });

  it('is in once, from two windows at once', async () => {
    const { cohort, link } = await invited('Twin <twin@invited.example>');
    const [one, two] = [stranger(world), stranger(world)];
    const posts = [await open(one, link), await open(two, link)].map((page) => fill(page, JOIN, { Password: PASSWORD }));
    const answers = await Promise.all([send(one, posts[0]!), send(two, posts[1]!)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await people(cohort)).toBe(1);
    const again = await Promise.all([send(one, posts[0]!), send(two, posts[1]!)]);
    expect(again.map(({ status }) => status)).toEqual([303, 303]);
  });

  it('cannot hand it on to another address, signed in or not', async () => {
    const { cohort, link } = await invited('mine@invited.example');
    const other = await open(as(world, world.mei), `${link}?language=en`);
    expect([other.status, other.main]).toEqual([409, expect.stringContaining('for another address')]);
    const page = await open(stranger(world), link);
    const answer = read(
      await tamper(stranger(world), page, JOIN, { 'Your name': 'Eve', Password: PASSWORD }, { email: 'eve@evil.example' }),
    );
    expect([answer.status, answer.errors]).toEqual([422, [expect.stringContaining('mine@invited.example')]]);
    expect((await send(as(world, world.mei), { method: 'post', address: `${link}/enrolment`, pairs: [['form', newId()]] })).status).toBe(
      409,
    );
    expect(await people(cohort)).toBe(0);
  });

  it('comes too late when the cohort filled up meanwhile: nothing is half done', async () => {
    const { cohort, link } = await invited('late@invited.example', { places: 1 });
    await world.database.write((write) =>
      write.insert(Enrolment, {
        id: newId(),
        cohortId: cohort.id,
        personId: world.baraka.id,
        state: 'active',
        joinedAt: world.clock.now(),
        completedAt: null,
      }),
    );
    const form = `form=${newId()}&name=Late&email=late@invited.example&password=${encodeURIComponent(PASSWORD)}`;
    expect((await stranger(world).post(link).send(form)).status).toBe(409);
    expect(await world.database.rows(`SELECT 1 FROM "people" WHERE "email" = 'late@invited.example'`)).toEqual([]);
    expect(await world.database.read(PersonalInvitation).countBy({ cohortId: cohort.id, email: 'late@invited.example' })).toBe(1);
  });
});

describe('an invitation that is taken back', () => {
  it('works no longer, not even on a page that was open, and makes no account', async () => {
    const { cohort, link } = await invited('Gone <gone@invited.example>');
    const guest = stranger(world);
    const page = await open(guest, link);
    const take = fill(await roster(cohort), /Take back the invitation/);
    expect((await send(amara(), take)).status).toBe(303);
    expect((await submit(guest, page, JOIN, { Password: PASSWORD })).status).toBe(404);
    expect((await open(guest, link)).status).toBe(404);
    expect([await people(cohort), await world.database.rows(`SELECT 1 FROM "people" WHERE "email" = 'gone@invited.example'`)]).toEqual([
      0,
      [],
    ]);
    expect(
      (await send(amara(), { ...take, pairs: take.pairs.map(([k, v]): [string, string] => [k, k === 'form' ? newId() : v]) })).status,
    ).toBe(404);
  });

  it('can be sent to the same address anew, with another link', async () => {
    const { cohort, link } = await invited('anew@invited.example');
    await send(amara(), fill(await roster(cohort), /Take back the invitation/));
    const form = await open(amara(), `/cohorts/${cohort.id}/roster/add`);
    await submit(amara(), await submit(amara(), form, 'Check the list', { 'Paste your list': 'anew@invited.example' }), 'Add 1 person');
    const fresh = new URL((await lettersTo(world, 'anew@invited.example')).at(-1)!.links[0]!).pathname;
    expect([fresh === link, (await open(stranger(world), fresh)).status, (await open(stranger(world), link)).status]).toEqual([
      false,
      200,
      404,
    ]);
  });
});

describe('the roster of a cohort', () => {
  it('is looked at by trainers, changed by leads, and not there for anybody else', async () => {
    const { cohort } = await invited('Seen <seen@invited.example>');
    const post = fill(await roster(cohort), /Take back the invitation/);
    const his = await open(as(world, world.tomas), `/cohorts/${cohort.id}/roster`);
    expect([his.status, his.rows('Seen').length > 0, his.buttons.some((name) => /back|again/i.test(name))]).toEqual([200, true, false]);
    expect((await send(as(world, world.tomas), post)).status).toBe(404);
    for (const person of [world.wanjiku, world.nour, world.mei]) {
      await as(world, person).get(`/cohorts/${cohort.id}/roster`).expect(404);
      expect((await send(as(world, person), post)).status).toBe(404);
    }
    expect(await world.database.read(PersonalInvitation).countBy({ cohortId: cohort.id })).toBe(1);
  });

  it('knows no invitations of other cohorts, and no pages that it does not have', async () => {
    const [{ cohort }, other] = [await invited('far@invited.example'), await invited('away@invited.example')];
    const post = fill(await roster(cohort), /Take back the invitation/);
    expect((await send(amara(), { ...post, address: `/cohorts/${other.cohort.id}/roster/invitations` })).status).toBe(404);
    for (const page of ['0', '2', 'x', '-1', '99999999']) await amara().get(`/cohorts/${cohort.id}/roster?page=${page}`).expect(404);
  });
});

describe('an invitation that nobody used', () => {
  it('is told when a month has passed, and gets in again with a second letter', async () => {
    const { cohort, link } = await invited('month@invited.example', { endsOn: '2027-12-31' });
    world.clock.advance({ minutes: 31 * 24 * 60 });
    expect((await open(stranger(world), link)).status).toBe(410);
    const later = await signIn(world, world.amara); // her session is as old as the invitation
    const page = await open(later, `/cohorts/${cohort.id}/roster`);
    expect(page.rows('month@invited.example')).toEqual([expect.stringContaining('Link expired on')]);
    await submit(later, page, /Send the letter to/);
    expect((await lettersTo(world, 'month@invited.example')).map(({ links }) => new URL(links[0]!).pathname)).toEqual([link, link]);
    expect((await open(stranger(world), link)).status).toBe(200);
    expect((await submit(later, await open(later, `/cohorts/${cohort.id}/roster`), /Send the letter to/)).main).toContain(
      'within the last hour',
    );
  });
});
