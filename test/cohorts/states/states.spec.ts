import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { Chapters } from '../../../src/chapters/chapters.service';
import { Cohort } from '../../../src/cohorts/cohort.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { Announcement } from '../../../src/cohorts/announcements/announcement.entity';
import { PersonalInvitations } from '../../../src/cohorts/invitation/personal-invitations.service';
import { newId } from '../../../src/kernel/identifier';
import { destination, send } from '../../chapters/sending';
import { follow, open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { appoint, enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(async () => {
  const { faults } = world.log;
  await world.stop();
  expect(faults).toEqual([]);
});

const LIST = '/chapters/kenya/cohorts';
const amara = () => as(world, world.amara);
const cohortOf = (id: string) => world.database.read(Cohort).findOneByOrFail({ id });
const newcomer = { 'Your name': 'Zawadi Mutua', 'E-mail address': 'zawadi@example.org', Password: 'nine herons over the delta' };
const press = (address: string, who = amara()) => who.post(address).send({ form: newId() });

async function draft(name: string, given: Record<string, string> = {}): Promise<Cohort> {
  const page = await submit(amara(), await open(amara(), `${LIST}/new`), 'Keep as a draft', { Name: name, ...given });
  return cohortOf(page.address.split('/')[2]!);
}

/** A cohort that ended before today. */
const finished = (name: string) => openCohort(world, world.kenya, { name, startsOn: '2027-01-04', endsOn: '2027-02-14' });

describe('a draft', () => {
  it('is kept by the second button of the page on which a cohort is started, and says what it is', async () => {
    const page = await submit(amara(), await open(amara(), `${LIST}/new`), 'Keep as a draft', { Name: 'Mombasa, May' });
    expect([page.status, page.heading]).toEqual([200, 'Mombasa, May']);
    expect(page.address).toMatch(/^\/cohorts\/[0-9a-f-]{36}$/);
    expect(page.main).toContain('This is a draft.');
    expect((await open(amara(), LIST)).rows('Mombasa, May').join()).toContain('Draft');
    expect((await open(amara(), '/chapters/kenya')).rows('Mombasa, May').join()).toContain('Draft');
  });

  it('keeps what was typed when something is wrong, whichever button was pressed', async () => {
    const page = await submit(amara(), await open(amara(), `${LIST}/new`), 'Keep as a draft', { Name: '' });
    expect([page.status, page.offers('Keep as a draft')]).toEqual([422, true]);
  });

  it('lets nobody in by its link, and says of itself not a word', async () => {
    const cohort = await draft('Secret name');
    const link = await invitationTo(world, cohort);
    const joining = fill(await open(stranger(world), await invitationTo(world, world.cohort)), 'Join and start reading', newcomer);
    const page = await open(stranger(world), link);
    expect([page.status, page.heading, page.offers('Join and start reading')]).toEqual([200, 'This cohort is not open yet', false]);
    expect(page.html).not.toMatch(/Secret name|Kenya|Internet governance/);
    const answers = [
      await send(stranger(world), { ...joining, address: link }),
      await press(`${link}/enrolment`, as(world, world.baraka)),
      await press(`${link}/waiting`, as(world, world.baraka)),
    ];
    for (const answer of answers) {
      expect([answer.status, read(answer).heading]).toEqual([409, 'This cohort is not open yet']);
      expect(answer.text).not.toContain('Secret name');
    }
    expect(await world.database.read(Enrolment).countBy({ cohortId: cohort.id })).toBe(0);
  });

  it('lets nobody in by a personal link either', async () => {
    const cohort = await draft('Personal');
    const invite = world.app.get(PersonalInvitations, { strict: false });
    await world.database.write((write) =>
      invite.invite(write, cohort, { name: '', email: world.mei.email }, world.amara.id, world.clock.now()),
    );
    const rows = await world.database.rows<{ text: string }>('SELECT "text" FROM "outbox_messages" WHERE "recipient" = ?', [
      world.mei.email,
    ]);
    const link = /\/join\/[\w-]{22}/.exec(rows.at(-1)!.text)![0];
    expect((await open(as(world, world.mei), `${link}?language=en`)).heading).toBe('This cohort is not open yet');
    expect((await press(`${link}/enrolment`, as(world, world.mei))).status).toBe(409);
  });

  it('takes no list: who is of the chapter is not put in, and nobody is written to', async () => {
    const cohort = await draft('No list');
    const add = await open(amara(), `/cohorts/${cohort.id}/roster/add`);
    expect([add.offers('Open the cohort'), add.main]).toEqual([true, expect.stringContaining('This is a draft.')]);
    const pasted = await amara()
      .post(`/cohorts/${cohort.id}/roster/imports`)
      .send({ form: newId(), text: 'baraka@example.org\nnew@example.org', file: '' })
      .expect(303);
    const answer = await amara().post(pasted.headers['location']!).send({ form: newId(), do: 'add' });
    expect([answer.status, read(answer).heading]).toEqual([409, 'This cohort is not open yet']);
    expect(await world.database.read(Enrolment).countBy({ cohortId: cohort.id })).toBe(0);
  });

  it('is on no public page', async () => {
    await draft('Nobody’s business', { 'First day': '2027-03-01', 'Last day': '2027-04-30' });
    const page = await open(stranger(world), '/welcome/kenya');
    expect(page.main).toContain('Nairobi, March');
    expect(page.html).not.toContain('Nobody’s business');
  });

  it('is opened with one press, pinned to what is newest, and its link works from then on', async () => {
    const cohort = await draft('Opened');
    const link = await invitationTo(world, cohort);
    const page = await submit(amara(), await open(amara(), `/cohorts/${cohort.id}`), 'Open the cohort');
    expect([page.status, page.address]).toEqual([200, `/cohorts/${cohort.id}/roster/add`]);
    expect(page.text).toContain('The cohort is open.');
    expect(await cohortOf(cohort.id)).toMatchObject({ openedAt: world.clock.now(), version: 2 });
    expect(
      (await submit(as(world, world.yusuf), await open(as(world, world.yusuf), `${link}?language=en`), 'Join and start reading')).status,
    ).toBe(200);
  });

  it('is opened once by two tabs', async () => {
    const cohort = await draft('Twice');
    const tabs = await Promise.all([1, 2].map(() => open(amara(), `/cohorts/${cohort.id}`)));
    const answers = await Promise.all(tabs.map((tab) => send(amara(), fill(tab, 'Open the cohort'))));
    expect(answers.map(destination)).toEqual([1, 2].map(() => `/cohorts/${cohort.id}/roster/add`));
    expect((await cohortOf(cohort.id)).version).toBe(2);
  });

  it('is not opened when its last day has passed meanwhile, until its days are changed', async () => {
    const cohort = await draft('Too late', { 'First day': '2027-03-01', 'Last day': '2027-03-02' });
    world.clock.advance({ days: 3 });
    const page = await submit(amara(), await open(amara(), `/cohorts/${cohort.id}`), 'Open the cohort');
    expect([page.status, page.heading]).toEqual([409, 'The last day has passed']);
    expect((await cohortOf(cohort.id)).openedAt).toBeNull();
    await submit(amara(), await open(amara(), `/cohorts/${cohort.id}/settings`), 'Save', { 'Last day': '2027-04-30' });
    expect((await submit(amara(), await open(amara(), `/cohorts/${cohort.id}`), 'Open the cohort')).status).toBe(200);
    world.clock.advance({ days: -3 });
  });

  it('is opened by leads only: a trainer sees it without the button', async () => {
    const cohort = await draft('For leads');
    const page = await open(as(world, world.tomas), `/cohorts/${cohort.id}`);
    expect([page.main, page.offers('Open the cohort')]).toEqual([expect.stringContaining('This is a draft.'), false]);
    for (const who of [world.tomas, world.nour]) await press(`/cohorts/${cohort.id}/opening`, as(world, who)).expect(404);
  });

  it('is not opened by somebody who is a lead no longer, whose page is still there', async () => {
    const grace = await makePerson(world, { name: 'Grace Achieng', email: 'grace.lead@example.org', language: 'en' });
    await appoint(world, grace, world.kenya, 'lead');
    const cohort = await draft('Not any more');
    const page = await open(as(world, grace), `/cohorts/${cohort.id}`);
    await world.database.write((write) => world.app.get(Chapters).dismiss(write, world.kenya.id, grace.id, 'lead', false));
    const answer = await send(as(world, grace), fill(page, 'Open the cohort'));
    expect([answer.status, (await cohortOf(cohort.id)).openedAt]).toEqual([404, null]);
  });
});

describe('an archived cohort', () => {
  const archive = async (cohort: Cohort) => submit(amara(), await open(amara(), `/cohorts/${cohort.id}/settings`), 'Archive this cohort');

  it('leaves the usual list, is reached from there, and is noted in the audit', async () => {
    const cohort = await finished('Winter');
    const list = await archive(cohort);
    expect([list.address, list.rows('Winter')]).toEqual([LIST, []]);
    const away = await follow(amara(), list, /^Archived cohorts \(\d+\)$/);
    expect([away.heading, away.rows('Winter').join()]).toEqual(['Archived cohorts', expect.stringContaining('Archived on 1 March 2027')]);
    expect((await open(amara(), '/chapters/kenya')).main).not.toContain('Winter');
    expect((await open(amara(), '/chapters/kenya/audit')).main).toContain('A cohort was archived');
    const [note] = await world.database.read(AuditEntry).findBy({ act: 'cohort-archived', objectId: cohort.id });
    expect(note).toMatchObject({ actorId: world.amara.id, chapterId: world.kenya.id });
  });

  it('only what is finished, or was never opened, can become one', async () => {
    expect((await open(amara(), `/cohorts/${world.cohort.id}/settings`)).offers('Archive this cohort')).toBe(false);
    const answer = await press(`/cohorts/${world.cohort.id}/archiving`);
    expect([answer.status, read(answer).heading]).toEqual([409, 'This cohort is not finished']);
    const later = await openCohort(world, world.kenya, { name: 'Later', startsOn: '2027-04-05', endsOn: '2027-05-16' });
    await press(`/cohorts/${later.id}/archiving`).expect(409);
    const kept = await draft('Never mind');
    expect((await archive(kept)).address).toBe(LIST);
    expect((await open(stranger(world), await invitationTo(world, kept))).heading).toBe('This cohort is not open yet');
  });

  it('can be read and not changed: every form about it is refused', async () => {
    const cohort = await finished('Read only');
    const { kenya, baraka, clock, database } = world;
    const enrolment = newId();
    const row = {
      id: enrolment,
      cohortId: cohort.id,
      personId: baraka.id,
      state: 'active' as const,
      joinedAt: clock.now(),
      completedAt: null,
    };
    await database.write((write) => write.insert(Enrolment, row));
    const settings = fill(await open(amara(), `/cohorts/${cohort.id}/settings`), 'Save', { Name: 'Changed' });
    await archive(cohort);
    const roof = `/cohorts/${cohort.id}`;
    const before = await cohortOf(cohort.id);
    expect((await send(amara(), settings)).status).toBe(409);
    const person = `${roof}/people/${enrolment}`;
    const forms: [string, Record<string, string>][] = [
      [`${roof}/invitation`, {}],
      [`${roof}/announcements`, { title: 'Hello', text: 'Again' }],
      [`${roof}/roster/imports`, { text: 'mei@example.org', file: '' }],
      [`${roof}/rules`, { notStartedDays: '4', failedTries: '2', wrongInARow: '4', silentDays: '7', version: '0' }],
      [`${roof}/waiting`, { admit: newId() }],
      [`${person}/notes`, { note: 'Late.' }],
      [`${person}/nudges`, { subject: 'Hello', text: 'There', reason: 'own', back: 'person' }],
      [`${person}/withdrawal`, {}],
      [`${person}/move`, { to: world.cohort.id }],
    ];
    for (const [address, fields] of forms) {
      const answer = await amara()
        .post(address)
        .send({ form: newId(), ...fields });
      expect([address, answer.status, read(answer).heading]).toEqual([address, 409, 'This cohort is archived']);
    }
    expect(await cohortOf(cohort.id)).toEqual(before);
    expect(await database.read(Announcement).countBy({ cohortId: cohort.id })).toBe(0);
    for (const page of ['', '/roster', '/announcements', '/settings', '/waiting', '/rules', `/people/${enrolment}`])
      expect([page, (await open(amara(), roof + page)).status]).toEqual([page, 200]);
    await amara().post(`${roof}/exports`).send({ form: newId(), show: 'all', sort: 'name', find: '' }).expect(303);
    await press(`${roof}/archiving`, as(world, world.nour)).expect(404);
    expect(kenya.id).toBe(cohort.chapterId);
  });

  it('lets nobody in; its trainees go on reading', async () => {
    const cohort = await openCohort(world, world.kenya, { name: 'For readers', startsOn: '2027-02-01', endsOn: '2027-03-02' });
    const study = await enrol(world, world.mei, cohort);
    world.clock.advance({ days: 5 });
    await archive(cohort);
    const link = await invitationTo(world, cohort);
    expect((await open(stranger(world), link)).heading).not.toBe('');
    expect((await press(`${link}/enrolment`, as(world, world.yusuf))).status).toBe(409);
    const lesson = `/lessons/${study}/rough-consensus/where-the-idea-comes-from`;
    expect((await open(as(world, world.mei), lesson)).status).toBe(200);
    expect((await open(as(world, world.mei), `/learning?language=en`)).main).toContain('For readers');
    world.clock.advance({ days: -5 });
  });

  it('is brought back as what it was, and can be run again without that', async () => {
    const cohort = await finished('Again and again');
    await archive(cohort);
    const away = await open(amara(), `${LIST}/archived`);
    const form = await follow(amara(), away, 'Run again Again and again');
    expect([form.heading, form.field('Name').value]).toEqual(['Start a cohort', 'Again and again']);
    const board = await submit(amara(), await open(amara(), `/cohorts/${cohort.id}`), 'Bring it back');
    expect([board.address, board.text]).toEqual([`/cohorts/${cohort.id}`, expect.stringContaining('The cohort is back in the list.')]);
    expect((await open(amara(), LIST)).rows('Again and again')).toHaveLength(1);
    expect(await cohortOf(cohort.id)).toMatchObject({ archivedAt: null });
    expect(await world.database.read(AuditEntry).countBy({ act: 'cohort-brought-back', objectId: cohort.id })).toBe(1);
  });

  it('is archived once by two tabs, and noted once', async () => {
    const cohort = await finished('Two tabs');
    const tabs = await Promise.all([1, 2].map(() => open(amara(), `/cohorts/${cohort.id}/settings`)));
    const answers = await Promise.all(tabs.map((tab) => send(amara(), fill(tab, 'Archive this cohort'))));
    expect(answers.map(destination)).toEqual([LIST, LIST]);
    expect(await world.database.read(AuditEntry).countBy({ act: 'cohort-archived', objectId: cohort.id })).toBe(1);
  });
});
