import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { PersonalInvitation } from '../../../src/cohorts/invitation/personal-invitation.entity';
import { RosterImport } from '../../../src/cohorts/roster/imports/roster-import.entity';
import { newId } from '../../../src/kernel/identifier';
import { letters, lettersTo } from '../../support/mail';
import { open, type Page, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { appoint, enrol, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';
import { destination, send, tamper } from '../../chapters/sending';
import type { Cohort } from '../../../src/cohorts/cohort.entity';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const amara = () => as(world, world.amara);
const addPage = (cohort: Cohort) => open(amara(), `/cohorts/${cohort.id}/roster/add`);
const paste = async (cohort: Cohort, text: string): Promise<Page> =>
  submit(amara(), await addPage(cohort), 'Check the list', { 'Paste your list': text });
const fresh = (more: Parameters<typeof openCohort>[2] = {}) => openCohort(world, world.kenya, { name: 'Fresh', ...more });
const counts = async ({ id: cohortId }: Cohort) => [
  await world.database.read(Enrolment).countBy({ cohortId, state: 'active' }),
  await world.database.read(PersonalInvitation).countBy({ cohortId }),
];

describe('pasting a list', () => {
  it('shows every row with one verdict, and adds nobody yet', async () => {
    const cohort = await fresh();
    await enrol(world, world.baraka, cohort);
    const mail = (await letters(world)).length;
    const page = await paste(
      cohort,
      [
        'Name\tE-mail',
        'Halima Yusuf\thalima@new.example',
        'Baraka Mwangi\tbaraka@example.org',
        'Wanjiku Kamau\twanjiku@example.org',
        'Baraka  MWANGI\tother@new.example',
        'Halima\tHALIMA@new.example',
        'Halima\tha.lima+x@new.example',
        'Nobody\tnot an address',
      ].join('\n'),
    );
    expect([page.status, page.heading]).toEqual([200, 'The list, row by row']);
    expect(page.text).toContain('Rows in the list: 7. Ready to go in: 1. To look at: 4.');
    expect(page.rows('halima@new.example').length).toBeGreaterThan(0);
    expect(page.rows('baraka@example.org')).toEqual([expect.stringContaining('In this cohort already')]);
    expect(page.rows('HALIMA@new.example')).toEqual([expect.stringContaining('Twice in this list')]);
    expect(page.rows('In another cohort of this chapter: Nairobi, March')).toHaveLength(1);
    expect(page.rows('Baraka Mwangi has this name')).toHaveLength(1);
    expect(page.rows('almost that of Halima Yusuf')).toHaveLength(1);
    expect(page.rows(/Line 8:.*not a complete e-mail address/)).toHaveLength(1);
    expect([await counts(cohort), (await letters(world)).length]).toEqual([[1, 0], mail]);
  });

  it('puts the good rows in with one press: people of the chapter at once, everybody else by letter', async () => {
    const cohort = await fresh({ language: 'fr', name: 'Deux langues' });
    const zawadi = await makePerson(world, { name: 'Zawadi Njoroge', email: 'zawadi@example.org', language: 'en' });
    await appoint(world, zawadi, world.kenya, 'trainee');
    const page = await paste(cohort, 'new.one@new.example\nMei <mei@example.org>\nZawadi Njoroge <zawadi@example.org>');
    const after = await submit(amara(), page, 'Add 3 people');
    expect(after.status).toBe(200);
    // Mei has an account in another chapter: that is nobody's business here, so she gets the same letter as somebody new
    const [hers, his] = [await lettersTo(world, 'mei@example.org'), await lettersTo(world, 'new.one@new.example')];
    expect([hers.length, his.length, hers[0]!.language]).toEqual([1, 1, 'fr']);
    const plain = (text: string) => text.replace(/join\/\S+/, 'join/…');
    expect(plain(hers[0]!.text)).toBe(plain(his[0]!.text));
    expect(after.main).toContain('In the cohort at once: 1. Invited by mail: 2.');
    expect(after.main).not.toMatch(/account|Mei/i);
    expect(await counts(cohort)).toEqual([1, 2]);
    expect((await lettersTo(world, 'zawadi@example.org')).map(({ subject, language }) => [subject, language])).toEqual([
      ['You are in Deux langues', 'en'],
    ]);
  });

  it('keeps the rest on the page to be corrected there and sent again', async () => {
    const cohort = await fresh();
    const page = await paste(cohort, 'Asha, asha@new.example\nJuma, juma at example');
    const after = await submit(amara(), page, 'Add 1 person');
    expect([await counts(cohort), after.rows(/Line 2/).length]).toEqual([[0, 1], 1]);
    const wrong = await submit(amara(), after, 'Check again', { 'E-mail address': 'juma@' });
    expect([wrong.field('E-mail address').value, wrong.buttons.includes('Add 1 person')]).toEqual(['juma@', false]);
    const right = await submit(amara(), wrong, 'Check again', { 'E-mail address': 'juma@new.example', Name: 'Juma Otieno' });
    await submit(amara(), right, 'Add 1 person');
    expect(await lettersTo(world, 'juma@new.example')).toHaveLength(1);
    expect(await counts(cohort)).toEqual([0, 2]);
  });

  it('adds a doubtful row when the lead says so, and not otherwise', async () => {
    const cohort = await fresh();
    await enrol(world, world.baraka, cohort);
    const page = await paste(cohort, 'Baraka Mwangi, namesake@new.example\nWanjiku, wanjiku@example.org');
    await submit(amara(), page, 'Add what is ticked');
    expect(await counts(cohort)).toEqual([1, 0]);
    const form = fill(page, 'Add what is ticked');
    await send(amara(), {
      ...form,
      pairs: [...form.pairs.filter(([name]) => name !== 'form'), ['form', newId()], ['take.1', 'yes'], ['take.2', 'yes']],
    });
    expect(await counts(cohort)).toEqual([2, 1]);
  });

  it('opens a cohort and brings thirty people in with three presses and one paste', async () => {
    const form = await open(amara(), '/chapters/kenya/cohorts/new');
    const add = await submit(amara(), form, 'Start the cohort', { Name: 'Thirty' });
    const names = Array.from(
      { length: 30 },
      (_, i) =>
        `${i + 1}.\tPerson ${'ABCDEFGHIJ'[i % 10]}${'KLM'[Math.floor(i / 10)]}\t+254 7${String(i).padStart(8, '0')}\tp${i}@messy.example`,
    );
    const page = await submit(amara(), add, 'Check the list', { 'Paste your list': `No\tFull name\tPhone\tEmail\n${names.join('\r\n')}` });
    await submit(amara(), page, 'Add 30 people');
    expect(await counts({ id: add.address.split('/')[2]! } as Cohort)).toEqual([0, 30]);
  });
});

describe('a list that cannot be taken', () => {
  const refused = async (text: string) => {
    const lists = () => world.database.read(RosterImport).find({ select: { id: true } });
    const before = (await lists()).length;
    const answer = await tamper(amara(), await addPage(world.cohort), 'Check the list', {}, { text });
    expect((await lists()).length).toBe(before);
    return read(answer);
  };

  it.each<[string, string, number, RegExp]>([
    ['nothing', '  \n ', 422, /at least one name/],
    ['501 people', Array.from({ length: 501 }, (_, i) => `p${i}@x.example`).join('\n'), 422, /There are 501 rows.*500 people at a time/],
    ['more than 256 kB', 'ж'.repeat(140_000), 422, /more than 256 kB/],
    [
      '50,000 people',
      Array.from({ length: 50_000 }, (_, i) => `Person ${i},p${i}@example.org`).join('\n'),
      413,
      /500 people at a time; nothing was kept/,
    ],
  ])('%s', async (_, text, status, sentence) => {
    const page = await refused(text);
    expect([page.status, page.main]).toEqual([status, expect.stringMatching(sentence)]);
  });

  it('keeps what was typed for cutting', async () => {
    const page = await refused(Array.from({ length: 501 }, (_, i) => `p${i}@x.example`).join('\n'));
    expect(page.field('Paste your list').value).toContain('p500@x.example');
  });

  it('is no reason to take longer forms elsewhere', async () => {
    const answer = await tamper(
      amara(),
      await open(amara(), `/cohorts/${world.cohort.id}/settings`),
      'Save',
      {},
      { name: 'x'.repeat(70_000) },
    );
    expect(answer.status).toBe(413);
  });
});

describe('places', () => {
  it('are counted with those who are invited; nobody is added when they are too few', async () => {
    const cohort = await fresh({ places: 3 });
    await submit(amara(), await paste(cohort, 'first@new.example'), 'Add 1 person');
    const page = await paste(cohort, 'a@places.example\nb@places.example\nc@places.example');
    expect(page.text).toContain('Places left: 2. People ready: 3.');
    const refused = await submit(amara(), page, 'Add 3 people');
    expect([refused.status, refused.main]).toEqual([409, expect.stringContaining('Nobody was added')]);
    expect(await counts(cohort)).toEqual([0, 1]);
    expect(await lettersTo(world, 'a@places.example')).toEqual([]);
  });

  it('of a cohort that is over are none', async () => {
    const cohort = await fresh({ startsOn: '2026-01-05', endsOn: '2026-02-05' });
    const page = await addPage(cohort);
    expect([page.status, page.offers('Check the list')]).toEqual([200, false]);
  });
});

describe('two presses', () => {
  it('of the same button are one list, and one letter to each', async () => {
    const cohort = await fresh();
    const post = fill(await addPage(cohort), 'Check the list', { 'Paste your list': 'twice@new.example' });
    const answers = await Promise.all([send(amara(), post), send(amara(), post)]);
    expect(new Set(answers.map(destination)).size).toBe(1);
    const add = fill(await open(amara(), destination(answers[0])), 'Add 1 person');
    const again = {
      ...add,
      pairs: add.pairs.map(([name, value]): [string, string] => (name === 'form' ? [name, newId()] : [name, value])),
    };
    await Promise.all([send(amara(), add), send(amara(), add), send(amara(), again)]);
    expect([await counts(cohort), (await lettersTo(world, 'twice@new.example')).length]).toEqual([[0, 1], 1]);
  });
});

describe('whose lists they are', () => {
  it('only leads of the chapter see them and change them', async () => {
    const cohort = await fresh();
    const page = await paste(cohort, 'secret@new.example');
    const posts = [fill(await addPage(cohort), 'Check the list', { 'Paste your list': 'x@y.example' }), fill(page, 'Add 1 person')];
    const before = await counts(cohort);
    for (const person of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      for (const address of [page.address, `/cohorts/${cohort.id}/roster/add`]) await as(world, person).get(address).expect(404);
      for (const post of posts) expect((await send(as(world, person), post)).status).toBe(404);
    }
    expect((await stranger(world).get(page.address)).text).not.toContain('secret@new.example');
    expect(await counts(cohort)).toEqual(before);
  });

  it('a list of another cohort is not there, whatever the address says', async () => {
    const page = await paste(await fresh(), 'moved@new.example');
    const id = page.address.split('/').at(-1)!;
    const other = `/cohorts/${world.cohort.id}/roster/imports/${id}`;
    await amara().get(other).expect(404);
    const post = fill(page, 'Add 1 person');
    expect((await send(amara(), { ...post, address: other })).status).toBe(404);
    expect((await send(amara(), { ...post, address: `${other}/undo`, pairs: [['form', newId()]] })).status).toBe(404);
  });
});
