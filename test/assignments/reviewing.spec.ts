import { Chapters } from '../../src/chapters/chapters.service';
import { AuditEntry } from '../../src/chapters/audit/audit-entry.entity';
import { Review } from '../../src/assignments/reviews/review.entity';
import { Work } from '../../src/assignments/works/work.entity';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { knock, post } from '../support/knock';
import { open, Page } from '../support/page';
import { as, PASSWORD, signIn } from '../support/visitor';
import { submit } from '../support/submit';
import { appoint, type LearningWorld, makePerson, startLearning } from '../support/world';
import { type AtWork, atInitiative, openInitiative } from './handing';

const GOOD = { 'levels.people': 'different', 'levels.heard': 'voices', 'levels.meaning': 'step' };
const POOR = { 'levels.people': 'few', 'levels.heard': 'summary', 'levels.meaning': 'nothing' };

describe('answering a work', () => {
  let world: LearningWorld;
  let cohort: Awaited<ReturnType<typeof openInitiative>>;
  let people = 0;
  beforeAll(async () => {
    world = await startLearning();
    cohort = await openInitiative(world);
  });
  afterAll(async () => {
    expect(world.log.faults).toEqual([]);
    await world.stop();
  });

  const handedIn = async (text = 'Six people came.'): Promise<{ work: AtWork; id: string; address: string }> => {
    const who = await makePerson(world, { name: `Person ${++people}`, email: `reviewed${people}@example.org`, language: 'fr' });
    const work = await atInitiative(world, who, cohort);
    await work.handsIn(text);
    const { id } = await world.database.read(Work).findOneByOrFail({ enrolmentId: work.enrolment });
    return { work, id, address: `/cohorts/${cohort.id}/works/${id}` };
  };
  const answer = async (who: Person, address: string, fields: Record<string, string>) => {
    const { html } = await open(as(world, world.tomas), address);
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '1';
    return post(
      world,
      address,
      who,
      new URLSearchParams({ form: newId(), version, comment: '', verdict: 'accepted', ...fields }).toString(),
    );
  };

  it('counts the step as done in the same moment, tells its author in their language, and leaves a line in the audit', async () => {
    const { work, id, address } = await handedIn();
    expect((await answer(world.tomas, address, GOOD)).status).toBe(303);
    const done = await world.database.rows('SELECT "subject" FROM "completions" WHERE "enrolmentId" = ? ORDER BY "subject"', [
      work.enrolment,
    ]);
    expect(done.map((row) => (row as { subject: string }).subject)).toContain('step:the-first-initiative/local-conversation');
    const letters = await world.database.rows<{ subject: string }>('SELECT "subject" FROM "outbox_messages" WHERE "personId" = ?', [
      work.who.id,
    ]);
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      'Accepté : Une conversation locale',
      'Confirmez votre nom pour votre certificat : Une première initiative',
    ]);
    const lines = await world.database.read(AuditEntry).findBy({ objectId: id });
    expect(lines.map(({ act, actorId, subjectId }) => [act, actorId, subjectId])).toEqual([['work-accepted', world.tomas.id, work.who.id]]);
    expect((await answer(world.tomas, address, POOR)).status).toBe(422);
    expect((await answer(world.tomas, address, { ...POOR, verdict: 'revise', comment: 'No.' })).status).toBe(409); // accepted is accepted
  });

  it.each([
    ['a criterion without a level', { 'levels.people': 'few' }, 'Choose a level'],
    ['a level that the criterion does not have', { ...GOOD, 'levels.heard': 'excellent' }, 'Choose a level'],
    ['accepting below the pass mark', POOR, 'These levels give 1 of 7 points, and 60% are needed'],
    ['sending back without a word', { ...POOR, verdict: 'revise' }, 'Say in a few words'],
  ])('is refused: %s; what was written stays', async (_, fields, said) => {
    const { address, id } = await handedIn();
    const refused = await answer(world.tomas, address, { ...fields, ...(said.startsWith('Say') ? {} : { comment: 'Well begun.' }) });
    const page = new Page(refused.text, address, refused.status);
    expect([page.status, page.errors.join()]).toEqual([422, expect.stringContaining(said) as string]);
    if (!said.startsWith('Say')) expect(page.field('What you say to them').value).toBe('Well begun.');
    expect(await world.database.read(Review).countBy({ workId: id })).toBe(0);
  });

  it('a criterion that nobody asked about is nothing that is there', async () => {
    const { address } = await handedIn();
    expect((await answer(world.tomas, address, { ...GOOD, 'levels.style': 'fine' })).status).toBe(404);
  });

  it('two at once: the second sees what the first has said, and keeps their own words', async () => {
    const { address, id } = await handedIn();
    const form = (comment: string) => new URLSearchParams({ form: newId(), version: '2', ...POOR, comment, verdict: 'revise' }).toString();
    const version = (await world.database.read(Work).findOneByOrFail({ id })).version;
    const bodies = ['Amara’s words', 'Tomas’ words'].map((comment) => form(comment).replace('version=2', `version=${version}`));
    const answers = await Promise.all([post(world, address, world.amara, bodies[0]!), post(world, address, world.tomas, bodies[1]!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.text).toContain('Somebody answered this work meanwhile');
    expect(lost.text).toContain('Amara’s words');
    expect(lost.text).toContain('Tomas’ words');
    expect(await world.database.read(Review).countBy({ workId: id })).toBe(1);
  });

  it('one’s own work is refused to its author, who may be a trainer too', async () => {
    const { work, address, id } = await handedIn();
    const chapters = world.app.get(Chapters, { strict: false });
    await world.database.write((write) => chapters.appoint(write, world.kenya.id, work.who.id, 'trainer', world.clock.now()));
    expect((await open(as(world, work.who), address)).offers('Accept')).toBe(false);
    const refused = await answer(work.who, address, GOOD);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Personne ne répond à son propre travail');
    expect(await world.database.read(Review).countBy({ workId: id })).toBe(0);
    const today = await open(as(world, work.who), '/today');
    const others = await open(as(world, world.tomas), '/today');
    const count = (page: Page) => Number(/(\d+) (?:works?|travaux|travail)/.exec(page.rows('Nairobi initiatives')[0] ?? '')?.[1] ?? 0);
    expect(count(others) - count(today)).toBe(1);
  });

  it('a draft, and what is changed after a work came back, is nobody’s but its author’s', async () => {
    const who = await makePerson(world, { name: 'Still writing', email: 'writing@example.org', language: 'en' });
    const draft = await atInitiative(world, who, cohort);
    await draft.does('save', { text: 'not for you yet' });
    const { id: draftId } = await world.database.read(Work).findOneByOrFail({ enrolmentId: draft.enrolment });
    expect((await knock(world, `/cohorts/${cohort.id}/works/${draftId}`, { who: world.tomas })).status).toBe(404);
    const { work, address, id } = await handedIn('first words');
    await answer(world.tomas, address, { ...POOR, verdict: 'revise', comment: 'More voices, please.' });
    await work.does('add', { text: 'second thoughts' }, { name: 'notes.pdf', bytes: Buffer.from('%PDF-1.4\n') });
    const page = await open(as(world, world.tomas), address);
    expect(page.main).toContain('first words');
    expect(page.main).not.toContain('second thoughts');
    const [file] = await world.database.rows<{ id: string }>('SELECT "id" FROM "work_files" WHERE "workId" = ?', [id]);
    expect((await knock(world, `${address}/files/${file!.id}`, { who: world.tomas })).status).toBe(404);
    expect((await knock(world, `${work.address}/files/${file!.id}`, { who: work.who })).status).toBe(200);
  });

  it('the works of another chapter, and those of another cohort, are not there', async () => {
    const { address, id } = await handedIn();
    expect((await knock(world, address, { who: world.nour })).status).toBe(404);
    expect((await knock(world, `/cohorts/${world.cohort.id}/works/${id}`, { who: world.tomas })).status).toBe(404);
    expect((await knock(world, `/cohorts/${cohort.id}/works`, { who: world.wanjiku })).status).toBe(404);
  });

  it('the team sees on the person’s page why the step is not done', async () => {
    const { work, address } = await handedIn();
    const person = `/cohorts/${cohort.id}/people/${work.enrolment}`;
    const page = () => open(as(world, world.tomas), person);
    expect((await page()).main).toMatch(/Waiting for review since \d+ March 2027/);
    expect((await page()).link('See the work')).toBe(address);
    await answer(world.tomas, address, { ...POOR, verdict: 'revise', comment: 'More.' });
    expect((await page()).main).toMatch(/Sent back on \d+ March 2027 to be revised/);
  });

  it('somebody who is erased takes their works and files along; what they said to others stays without them', async () => {
    const { work, address, id } = await handedIn('the words of the erased');
    await work.page();
    const trainer = await makePerson(world, { name: 'Fatuma Gone', email: 'gone@example.org', language: 'en' });
    await appoint(world, trainer, world.kenya, 'trainer');
    await answer(trainer, address, { ...POOR, verdict: 'revise', comment: 'Said before leaving.' });
    const leaving = await signIn(world, trainer);
    await submit(leaving, await open(leaving, '/account/privacy'), 'Delete me for good', { Password: PASSWORD });
    const page = await work.page();
    expect(page.main).toContain('Said before leaving.');
    expect(page.main).not.toContain('Fatuma');
    await work.does('add', {}, { name: 'notes.pdf', bytes: Buffer.from('%PDF-1.4\nsecret of the erased') });
    const author = await signIn(world, work.who);
    await submit(author, await open(author, '/account/privacy'), /Supprimer|supprim/, { 'Mot de passe': PASSWORD });
    for (const table of ['works', 'work_versions', 'work_files', 'work_file_bytes', 'reviews']) {
      const rows = JSON.stringify(await world.database.rows(`SELECT * FROM "${table}"`));
      expect([table, rows.includes(id) || rows.includes('of the erased')]).toEqual([table, false]);
    }
  });
});
