import { Content } from '../../../../src/content/content.service';
import { Phrases } from '../../../../src/languages/phrases';
import { Outbox } from '../../../../src/web/mail/outbox.service';
import { Enrolment } from '../../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../../src/kernel/identifier';
import type { Person } from '../../../../src/people/person.entity';
import { Commitments } from '../../../../src/simulations/debrief/circle/commitments.service';
import { CommitmentLetters } from '../../../../src/simulations/debrief/circle/commitment-letters.service';
import { Circles } from '../../../../src/simulations/debrief/circle/circles.service';
import { TablePlace } from '../../../../src/simulations/tables/table-place.entity';
import { knock, post } from '../../../support/knock';
import { Page } from '../../../support/page';
import { opened, talkedOver } from '../../../support/tour-circle';
import { type LearningWorld, makePerson, startLearning } from '../../../support/world';
import { PeopleTable } from '../../together/people-table';

const COMMITMENT = { 'answers.commitment': 'I will ask first.', version: '0' };
const DAY_MS = 86_400_000;

describe('the debrief of a table of people', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(async () => {
    await world.stop();
    expect(world.log.faults).toEqual([]);
  });

  const get = async (who: Person, address: string) => {
    const answer = await knock(world, address, { who });
    return new Page(answer.text, address, answer.status);
  };
  const send = (who: Person, address: string, fields: Record<string, string> = {}, form = newId()) =>
    post(world, address, who, new URLSearchParams({ form, ...fields }).toString());
  const team = (table: PeopleTable) => `/cohorts/${table.cohort.id}/tables/${table.id}/debrief`;
  const of = (table: PeopleTable, as: string) => table.people[as]!;
  const done = async (table: PeopleTable) => {
    const places = await world.database.read(TablePlace).findBy({ tableId: table.id });
    return places.filter(({ debriefedAt }) => debriefedAt).map(({ role, alias }) => `${role} ${alias}`);
  };

  it('cannot begin while people talk, and is opened one step after the other', async () => {
    const talking = await PeopleTable.opened(world, ['incumbent']);
    expect((await send(world.amara, `${team(talking)}/steps`, { step: 'reactions', version: '0' })).status).toBe(409);
    const table = await talkedOver(world);
    const open = (step: string, version: string) => send(world.tomas, `${team(table)}/steps`, { step, version });
    expect((await open('reactions', '0')).status).toBe(303);
    expect([(await open('reactions', '1')).status, (await open('description', '0')).status, (await open('nothing', '1')).status]).toEqual([
      409, 409, 422,
    ]);
    expect((await table.log()).state.phase.key).toBe('debrief');
  });

  it('opened by two of the team at once is opened once', async () => {
    const table = await talkedOver(world);
    const both = [world.amara, world.tomas].map((who) => send(who, `${team(table)}/steps`, { step: 'application', version: '0' }));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([303, 409]);
    const unsealed = (await table.log()).events.filter(({ type }) => type === 'unsealed');
    expect(unsealed).toHaveLength(4);
  });

  it('nothing is written in a step that is not open, and nothing of it can be looked at', async () => {
    const table = await talkedOver(world, 'reactions');
    const who = of(table, 'exchange');
    expect((await send(who, `${table.address}/debrief/application`, COMMITMENT)).status).toBe(409);
    expect(await done(table)).toEqual([]);
    for (const page of ['timeline', 'board', 'briefs', 'peers', 'rating'])
      expect([page, (await get(who, `${table.address}/debrief/${page}`)).status]).toEqual([page, 404]);
    const { text } = await knock(world, `${table.address}/debrief/data.json`, { who });
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['format', 'mode', 'outcome', 'own', 'scenario', 'seats', 'version']);
    expect((await knock(world, `${table.address}/debrief/analysis`, { who })).headers['location']).toBe(
      `${table.address}/debrief/reactions`,
    );
  });

  it('what seats wanted stays sealed until the third step, on every page and in the data', async () => {
    const table = await talkedOver(world, 'description');
    const who = of(table, 'providers');
    const sealed = () =>
      knock(world, `${table.address}/debrief/data.json`, { who }).then(({ text }) => /"reservation"|"values"/.test(text));
    expect([await sealed(), (await get(who, `${table.address}/debrief/roles/incumbent`)).status]).toEqual([false, 404]);
    await opened(world, table, 'analysis');
    expect([await sealed(), (await get(who, `${table.address}/debrief/roles/incumbent`)).status]).toEqual([true, 200]);
  });

  it('private conversations are opened only where every seat in them agrees', async () => {
    const table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers']);
    for (const role of ['regulator', 'university', 'chair']) await table.directs({ do: 'take-seat', role, holder: { kind: 'script' } });
    for (const phase of ['opening', 'first-round']) await table.enters(phase);
    const says = async (as: string, to: string, text: string) => {
      const ref = newId();
      await table.does(as, { do: 'send-message', to: [to], words: { ref } }, { text: { ref, text } });
    };
    await says('incumbent', 'exchange', 'Between the two of us, india.');
    await says('incumbent', 'providers', 'Between us as well, juliet.');
    await table.directs({ do: 'close-without-outcome', words: null });
    await opened(world, table, 'description');
    for (const as of ['incumbent', 'exchange'])
      expect((await send(of(table, as), `${table.address}/debrief/channels`, { agreed: 'yes' })).status).toBe(303);
    const layer = async (as: string, name: string) => (await get(of(table, as), `${table.address}/debrief/timeline?layer=${name}`)).main;
    expect(await layer('providers', 'opened')).not.toContain('india');
    await opened(world, table, 'analysis');
    expect(await layer('providers', 'opened')).toContain('india');
    expect(await layer('providers', 'mine')).toContain('juliet');
    expect(await layer('exchange', 'opened')).not.toContain('juliet');
    await send(of(table, 'exchange'), `${table.address}/debrief/channels`);
    expect(await layer('providers', 'opened')).not.toContain('india');
  });

  it('counts for each person by themselves: who shares a seat, and who looked on', async () => {
    const table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers']);
    await table.seats('providers', { as: 'second', briefed: false });
    await table.seats('', { as: 'looker' });
    for (const role of ['regulator', 'university', 'chair']) await table.directs({ do: 'take-seat', role, holder: { kind: 'script' } });
    for (const phase of ['opening', 'first-round']) await table.enters(phase);
    await table.directs({ do: 'close-without-outcome', words: null });
    await opened(world, table, 'application');
    for (const as of ['providers', 'second', 'looker']) {
      for (const step of ['reactions', 'description', 'analysis', 'application', 'peers', 'timeline', 'paper'])
        expect([as, step, (await get(of(table, as), `${table.address}/debrief/${step}`)).status]).toEqual([as, step, 200]);
      expect((await send(of(table, as), `${table.address}/debrief/application`, COMMITMENT)).status).toBe(303);
    }
    expect((await done(table)).sort()).toEqual([' p5', 'providers p3', 'providers p4']);
    const finished = (await table.log()).events.filter(({ type }) => type === 'debrief-finished');
    expect(finished).toHaveLength(1);
    expect((await get(of(table, 'looker'), `${table.address}/debrief/peers`)).buttons.filter((one) => one.startsWith('Send'))).toHaveLength(
      2,
    );
  });

  it('what happened has pages, and no page that is not there', async () => {
    const table = await talkedOver(world, 'description');
    const status = async (query: string) => (await get(of(table, 'exchange'), `${table.address}/debrief/timeline${query}`)).status;
    for (const [query, wanted] of [
      ['?page=1', 200],
      ['?layer=mine&page=1', 200],
      ['?layer=nothing', 200],
      ['?page=2', 404],
      ['?page=0', 404],
      ['?page=x', 404],
      ['?page=1&page=1', 404],
    ] as const)
      expect([query, await status(query)]).toEqual([query, wanted]);
    const course = await get(of(table, 'exchange'), `${table.address}/debrief/description`);
    expect(course.main.match(/First round/g)!.length).toBe(3); // once for each clause, although the outcome came in its midst
  });

  it('somebody of another cohort, of another chapter or who plays alone finds none of it', async () => {
    const table = await talkedOver(world, 'application');
    const stranger = await makePerson(world, { name: 'Moraa', email: 'moraa.circle@example.org', language: 'en' });
    for (const page of ['reactions', 'board', 'peers', 'paper', 'data.json'])
      for (const who of [stranger, world.amara, world.nour, world.sofia])
        expect([page, (await get(who, `${table.address}/debrief/${page}`)).status]).toEqual([page, 404]);
    for (const page of ['', '/paper', '/data.json', '/rating'])
      for (const who of [stranger, world.nour, of(table, 'incumbent')])
        expect([page, (await get(who, `${team(table)}${page}`)).status]).toEqual([page, 404]);
  });

  it('a note is its writer’s to take off, and the team’s; nobody is told whose it is', async () => {
    const table = await talkedOver(world, 'description');
    const board = `${table.address}/debrief/board`;
    const note = { kind: 'delta', text: 'Less haste.' };
    const form = newId();
    for (const status of [303, 303]) expect((await send(of(table, 'exchange'), board, note, form)).status).toBe(status);
    expect((await send(of(table, 'exchange'), board, { kind: 'delta', text: '\u200b' })).status).toBe(422);
    expect((await send(of(table, 'exchange'), board, { kind: 'delta', text: 'x'.repeat(281) })).status).toBe(422);
    const [row] = await world.database.rows<{ id: string }>('SELECT "id" FROM "board_notes" WHERE "tableId" = ?', [table.id]);
    expect((await send(of(table, 'incumbent'), `${board}/${row!.id}/removal`)).status).toBe(404);
    const page = await get(of(table, 'incumbent'), board);
    expect([page.main.includes('Less haste.'), page.html.includes(of(table, 'exchange').name), page.html.includes(row!.id)]).toEqual([
      true,
      false,
      false,
    ]);
    const taking = newId();
    for (const _ of [1, 2]) expect((await send(of(table, 'exchange'), `${board}/${row!.id}/removal`, {}, taking)).status).toBe(303);
  });

  it('one board takes so many notes of one person, and says so', async () => {
    const table = await talkedOver(world, 'description');
    const pin = () => send(of(table, 'exchange'), `${table.address}/debrief/board`, { kind: 'plus', text: 'And another.' });
    for (let index = 0; index < 12; index++) expect((await pin()).status).toBe(303);
    expect((await pin()).status).toBe(409);
  });

  it('two tabs do not write over each other, and what was typed is kept', async () => {
    const table = await talkedOver(world, 'application');
    const peers = `${table.address}/debrief/peers/providers`;
    const fields = (text: string) => ({ 'answers.helped': text, version: '0' });
    expect((await send(of(table, 'exchange'), peers, fields('You asked.'))).status).toBe(303);
    const late = await send(of(table, 'exchange'), peers, fields('You waited.'));
    expect([late.status, late.text.includes('You waited.')]).toEqual([409, true]);
    expect((await send(of(table, 'exchange'), `${table.address}/debrief/peers/exchange`, fields('Me.'))).status).toBe(404);
    expect((await send(of(table, 'exchange'), `${table.address}/debrief/peers/regulator`, fields('Script.'))).status).toBe(404);
    expect((await send(of(table, 'exchange'), peers, { 'answers.helped': ' ', version: '1' })).status).toBe(422);
  });

  it('takes no other words than those that it offers', async () => {
    const table = await talkedOver(world, 'application');
    const who = of(table, 'exchange');
    const tries: [string, Record<string, string>, number][] = [
      ['rating', { 'levels.safety': '8', version: '0' }, 404],
      ['rating', { 'levels.safety': '3\u202e', version: '0' }, 422],
      ['rating', { 'levels.safety': '3', version: 'x' }, 422],
      ['channels', { agreed: 'maybe' }, 422],
      ['board', { kind: 'gamma', text: 'x' }, 422],
      ['peers/providers', { 'answers.helped': 'a\u202eb', version: '0' }, 422],
      ['peers/providers', { 'answers.helped': 'x'.repeat(601), version: '0' }, 422],
      ['peers/providers', { 'answers.secret': 'x', version: '0' }, 404],
    ];
    for (const [page, fields, status] of tries)
      expect([page, fields, (await send(who, `${table.address}/debrief/${page}`, fields)).status]).toEqual([page, fields, status]);
    const place = (await world.database.read(TablePlace).findOneByOrFail({ tableId: table.id, role: 'exchange' })).id;
    for (const [fields, status] of [
      [{ 'levels.listening': '4', comment: '', version: '0' }, 404],
      [{ 'levels.listening': '2', comment: 'x'.repeat(2001), version: '0' }, 422],
      [{ 'levels.listening': '2', comment: '', version: '1' }, 409],
    ] as [Record<string, string>, number][])
      expect([fields, (await send(world.tomas, `${team(table)}/rubric/${place}`, fields)).status]).toEqual([fields, status]);
  });

  it('a reminder leaves only for whoever is still there, and never without a commitment', async () => {
    const table = await talkedOver(world, 'application');
    for (const as of ['incumbent', 'exchange']) await send(of(table, as), `${table.address}/debrief/application`, COMMITMENT);
    const gone = { id: table.enrolments['exchange']! };
    await world.database.write((write) => write.update(Enrolment, gone, { state: 'withdrawn' }));
    const before = world.clock.now();
    world.clock.set(new Date(before.getTime() + 30 * DAY_MS));
    const commitments = world.app.get(Commitments, { strict: false });
    await commitments.round();
    const rows = await world.database.rows<{ recipient: string; text: string }>(
      'SELECT "recipient", "text" FROM "outbox_messages" WHERE "subject" LIKE ?',
      ['Thirty days later%'],
    );
    const mine = rows.filter(({ recipient }) => Object.values(table.people).some(({ email }) => email === recipient));
    expect(mine.map(({ recipient }) => recipient)).toEqual([of(table, 'incumbent').email]);
    expect(mine[0]!.text).not.toContain('I will ask first.'); // stewards can read it here
    world.clock.set(before);
  });

  it('where letters leave the house, a commitment comes back in its own words', async () => {
    const table = await talkedOver(world, 'application');
    const { id: personId, name, email } = of(table, 'exchange');
    const { app } = world;
    const [content, phrases] = [app.get(Content, { strict: false }), app.get(Phrases, { strict: false })];
    const settings = { ...world.settings, smtpUrl: 'smtp://mail.example' };
    const letters = new CommitmentLetters(content, phrases, app.get(Outbox, { strict: false }), settings);
    const scenarioVersionId = table.cohort.pins['scenario:exchange-point-peering']!;
    const due = { id: newId(), tableId: table.id, scenarioVersionId, personId, name, email, language: 'en' as const };
    await world.database.write(async (write) => {
      await letters.put(write, { ...due, answers: { commitment: 'I will ask who is missing, kilo.' } });
      await letters.put(write, { ...due, answers: { commitment: ' ' } });
    });
    const rows = await world.database.rows<{ text: string }>('SELECT "text" FROM "outbox_messages" WHERE "recipient" = ?', [email]);
    expect(rows.map(({ text }) => text.includes('I will ask who is missing, kilo.'))).toEqual([true]);
  });

  it('stays open for good', async () => {
    const table = await talkedOver(world, 'application');
    expect(await world.app.get(Circles, { strict: false }).opened({ id: table.id, cohortId: table.cohort.id })).toBe(4);
  });
});
