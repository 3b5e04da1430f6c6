import { Credentials } from '../../src/certificates/credentials/credentials.service';
import { getMetadataArgsStorage } from 'typeorm';
import { Certificate } from '../../src/certificates/certificate.entity';
import { Announcement } from '../../src/cohorts/announcements/announcement.entity';
import { ENTITIES } from '../../src/entities';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { Notices } from '../../src/web/mail/notices.service';
import { Outbox } from '../../src/web/mail/outbox.service';
import { post } from '../support/knock';
import { letters } from '../support/mail';
import { open } from '../support/page';
import { submit } from '../support/submit';
import { rowsOf, TABLES } from '../support/tables';
import { startTour, type Tour } from '../support/tour';
import { as, PASSWORD, signIn, stranger } from '../support/visitor';
import { appoint, startWorld, type World } from '../support/world';

const BUTTON = 'Delete me for good';

/** Every place in the database in which one of these words stands. */
async function found({ database }: World, words: string[]): Promise<string[]> {
  const places: string[] = [];
  for (const table of TABLES) {
    for (const row of await rowsOf(database, table)) {
      for (const [column, value] of Object.entries(row)) {
        const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
        if (words.some((word) => text.includes(word))) places.push(`${table}.${column}`);
      }
    }
  }
  return [...new Set(places)].sort();
}

const traces = (world: World, { id, name, email }: Person) => found(world, [id, name, email]);

async function erase(world: World, who: Person, given: Record<string, string | boolean> = {}) {
  const visitor = await signIn(world, who);
  return submit(visitor, await open(visitor, '/account/privacy'), BUTTON, { Password: PASSWORD, ...given });
}

describe('a person and their data', () => {
  let tour: Tour;
  beforeAll(async () => {
    tour = await startTour();
    const { world, zuri } = tour;
    const { app, database, amara, cohort, clock } = world;
    await database.write(async (write) => {
      const outbox = app.get(Outbox, { strict: false });
      await outbox.put(write, { recipient: zuri.email, language: 'en', subject: 'For Zuri', text: 'x', personId: zuri.id });
      await outbox.put(write, { recipient: amara.email, language: 'en', subject: 'A week', text: `${zuri.name} has finished.` });
      await app.get(Notices, { strict: false }).stop(write, zuri.id, clock.now());
      const said = { title: 'Old news', text: 'y', writtenAt: clock.now(), editedAt: null, version: 1 };
      await write.insert(Announcement, { id: newId(), cohortId: cohort.id, authorId: zuri.id, ...said });
    });
    await letters(world);
  });
  afterAll(() => tour.world.stop());

  it('are told in plain words who sees what, in their language', async () => {
    const { world } = tour;
    const page = await open(as(world, world.yusuf), '/account/privacy');
    expect([page.language, page.direction, page.heading]).toEqual(['ar', 'rtl', 'بياناتك']);
    await stranger(world).get('/account/privacy').expect(303);
  });

  it.each(['json', 'html'] as const)('come along as one %s file, with all that is theirs and nothing of others', async (format) => {
    const { world, zuri, certificate } = tour;
    const visitor = as(world, zuri);
    const page = await open(visitor, '/account/privacy');
    const button = format === 'json' ? 'For a program (JSON)' : 'To read (HTML)';
    const { form } = page.button(button);
    const asked = await post(world, form.attributes['action']!, zuri, `form=${newId()}&format=${format}`);
    expect([asked.status, asked.headers['location']]).toEqual([303, `/account/privacy/data.${format}`]);
    const file = await visitor.get(`/account/privacy/data.${format}`).buffer(true).expect(200);
    expect(file.headers['content-disposition']).toContain(`attachment; filename="chapterhouse-my-data.${format}"`);
    expect(file.headers['cache-control']).toBe('no-store');
    for (const own of [zuri.name, zuri.email, 'Nairobi, March', certificate.code, 'rough-consensus', 'For Zuri', 'Old news']) {
      expect(file.text).toContain(own);
    }
    const others = [...tour.everybody, tour.juma, tour.pendo]
      .filter(({ id }) => id !== zuri.id)
      .flatMap(({ name, email, id }) => [name, email, id]);
    expect(others.filter((word) => file.text.includes(word))).toEqual([]);
    expect(file.text).not.toMatch(/argon2|passwordHash|tokenHash/);
    expect(format === 'json' ? Object.keys(JSON.parse(file.text) as object) : ['account']).toContain('account');
  });

  it('hold the words that were written at a table', async () => {
    const { world, tables } = tour;
    const file = await as(world, tables.akinyi).get('/account/privacy/data.json').expect(200);
    expect((file.body as { words: { text: string }[] }).words.map(({ text }) => text)).toContain(
      'At night there are two nurses and one line.',
    );
    expect((file.body as { tables: unknown[] }).tables.length).toBeGreaterThan(5);
  });

  it('that others made of them, show who took them along only in the audit of their chapter', async () => {
    const { world, zuri } = tour;
    expect(
      await world.database.rows('SELECT "act" FROM "audit_entries" WHERE "act" = ? AND "actorId" = ?', ['data-downloaded', zuri.id]),
    ).toHaveLength(2);
  });

  it('are gone from every table at once; a certificate stays, and names nobody', async () => {
    const { world, zuri, certificate } = tour;
    const other = await signIn(world, zuri);
    expect(await traces(world, zuri)).toEqual(
      expect.arrayContaining(['attempts.personId', 'completions.personId', 'outbox_messages.text', 'people.email', 'sessions.personId']),
    );
    const farewell = await erase(world, zuri);
    expect(farewell.heading).toBe('You are deleted');
    expect(await traces(world, zuri)).toEqual([]);
    await other
      .get('/learning')
      .expect(303)
      .expect('location', /sign-in/);
    const checked = await open(stranger(world), `/verify/${certificate.code}`);
    expect(checked.heading).toBe('No certificate with this number');
    expect(checked.main).not.toContain(zuri.name);
    const row = await world.database.read(Certificate).findOneBy({ code: certificate.code });
    expect([row!.personId, row!.enrolmentId, row!.withdrawnAt]).toEqual([null, null, null]);
    const board = await open(as(world, world.amara), `/cohorts/${world.cohort.id}`);
    expect(board.main).not.toContain(zuri.name);
    const news = await open(as(world, world.amara), `/cohorts/${world.cohort.id}/announcements`);
    expect(news.rows('Old news').length + (news.main.includes('a former member') ? 1 : 0)).toBeGreaterThan(0);
    expect((await letters(world)).some(({ to, text }) => to.includes(zuri.email) || text.includes(zuri.name))).toBe(false);
    expect(await world.database.rows(`SELECT "actorId", "subjectId" FROM "audit_entries" WHERE "act" = 'person-erased'`)).toEqual([
      { actorId: null, subjectId: null },
    ]);
  });

  it('are gone with every word at every table, and nobody else’s are', async () => {
    const { world, tables } = tour;
    const before = await rowsOf(world.database, 'table_texts');
    await erase(world, tables.akinyi);
    expect(await traces(world, tables.akinyi)).toEqual([]);
    expect(await found(world, ['At night there are two nurses'])).toEqual(['content_versions.document']); // whose author says it, too
    const others = before.filter(({ personId }) => personId !== tables.akinyi.id);
    expect(await rowsOf(world.database, 'table_texts')).toEqual(others);
    expect((await rowsOf(world.database, 'table_places')).map(({ personId }) => personId)).toContain(tables.wafula.id);
  });

  it('hold the deadlines and the time that were given to them, which go with them', async () => {
    const { world, times } = tour;
    const file = await as(world, times.salim).get('/account/privacy/data.json').expect(200);
    const { deadlines, time } = JSON.parse(file.text) as Record<string, object[]>;
    const cohort = 'Nakuru, by the clock';
    expect(deadlines).toEqual([{ cohort, days: { 'rough-consensus': '2027-03-14' }, reasons: { 'rough-consensus': 'Works at night.' } }]);
    expect(time).toEqual([{ cohort, percent: 25 }]);
    await erase(world, times.salim);
    for (const table of ['own_days', 'extra_times']) expect(await rowsOf(world.database, table)).toEqual([]);
  });

  it('have in every table a reference that goes with them', () => {
    const tables = getMetadataArgsStorage();
    const loose = ENTITIES.flatMap((entity) => {
      const columns = tables.columns.filter(({ target }) => target === entity).map(({ propertyName }) => propertyName);
      const referring = tables.foreignKeys.filter(({ target }) => target === entity).map(({ propertyName }) => propertyName);
      return columns
        .filter((name) => /^(person|author|sender|actor|subject)Id$|^(invited|made)By$/.test(name) && !referring.includes(name))
        .map((name) => `${entity.name}.${name}`);
    });
    expect(loose).toEqual([]);
  });
});

describe('deleting oneself', () => {
  let world: World;
  beforeEach(async () => (world = await startWorld()));
  afterEach(() => world.stop());

  it('asks for the password, and changes nothing with a wrong one', async () => {
    const visitor = await signIn(world, world.wanjiku);
    const page = await submit(visitor, await open(visitor, '/account/privacy'), BUTTON, { Password: 'not this one' });
    expect([page.status, page.errors]).toEqual([422, ['This is not your password.']]);
    expect(await traces(world, world.wanjiku)).toContain('people.id');
  });

  it('is kindly refused to the only lead of a chapter, until there is another', async () => {
    const page = await open(as(world, world.amara), '/account/privacy');
    expect(page.main).toContain('Only you lead Kenya.');
    expect(page.offers(BUTTON)).toBe(false);
    const fields = new URLSearchParams({ form: newId(), password: PASSWORD }).toString();
    const answer = await post(world, '/account/privacy/erasure', world.amara, fields);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Only you lead');
    await appoint(world, world.tomas, world.kenya, 'lead');
    expect((await erase(world, world.amara)).heading).toBe('You are deleted');
    expect(await traces(world, world.amara)).toEqual([]);
  });

  it('of two last leads at the same moment is refused to one', async () => {
    await appoint(world, world.tomas, world.kenya, 'lead');
    const both = [world.amara, world.tomas];
    const answers = await Promise.all(
      both.map((who) =>
        post(world, '/account/privacy/erasure', who, new URLSearchParams({ form: newId(), password: PASSWORD }).toString()),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  it('is kindly refused to the only steward', async () => {
    expect((await open(as(world, world.sofia), '/account/privacy')).main).toContain('Nobody else looks after this site.');
  });

  it('pressed twice at once is one goodbye, and leaves no trace of the second', async () => {
    const fields = new URLSearchParams({ form: newId(), password: PASSWORD }).toString();
    await Promise.all([1, 2, 3].map(() => post(world, '/account/privacy/erasure', world.wanjiku, fields)));
    expect(await traces(world, world.wanjiku)).toEqual([]);
    expect(world.log.faults).toEqual([]);
  });

  it('is nothing that another site or a stranger can ask for', async () => {
    const fields = new URLSearchParams({ form: newId(), password: PASSWORD }).toString();
    const foreign = await post(world, '/account/privacy/erasure', world.wanjiku, fields, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign.status).toBe(403);
    expect([303, 401]).toContain((await post(world, '/account/privacy/erasure', null, fields)).status);
    expect(await traces(world, world.wanjiku)).toContain('people.id');
  });
});

describe('a certificate of somebody who goes', () => {
  let world: Awaited<ReturnType<typeof startTour>>['world'];
  afterEach(() => world.stop());
  const goes = async (choice: string) => {
    const tour = await startTour();
    ({ world } = tour);
    const { zuri, certificate } = tour;
    const { credential } = (await world.database.read(Certificate).findOneBy({ code: certificate.code }))!;
    const page = await erase(world, zuri, { 'What becomes of my certificates': choice });
    expect(page.heading).toBe('You are deleted');
    if (!choice.includes('with my name')) expect(await traces(world, zuri)).toEqual([]);
    world.clock.advance({ days: 1 });
    const checked = await world.app.get(Credentials, { strict: false }).check(JSON.parse(credential!), world.clock.now());
    return { zuri, certificate, checked, answer: await stranger(world).get(`/verify/${certificate.code}?language=en`) };
  };

  it('stays valid and names nobody, unless they choose otherwise: a file that they kept is confirmed', async () => {
    const { zuri, certificate, checked, answer } = await goes('They stay valid and name nobody here any more.');
    expect([answer.status, checked.verdict]).toEqual([404, 'valid']);
    expect(answer.text).not.toContain(zuri.name);
    const left = await world.database.read(Certificate).findOneBy({ code: certificate.code });
    expect(left).toMatchObject({ name: '', latinName: null, credential: null, personId: null, withdrawnAt: null });
  });

  it('stays as it is when they wish so', async () => {
    const { zuri, certificate, checked } = await goes('They stay as they are, with my name.');
    expect(checked.verdict).toBe('valid');
    expect(await world.database.read(Certificate).findOneBy({ code: certificate.code })).toMatchObject({ name: zuri.name, personId: null });
  });

  it('is withdrawn when they wish so, and its number leads nowhere', async () => {
    const { certificate, checked, answer } = await goes('They are withdrawn for good');
    expect(answer.status).toBe(404);
    expect(checked.verdict).toBe('revoked');
    expect(await world.database.read(Certificate).findOneBy({ code: certificate.code })).toBeNull();
  });
});
