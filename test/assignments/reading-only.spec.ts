import { WorkFile } from '../../src/assignments/files/work-file.entity';
import { Review } from '../../src/assignments/reviews/review.entity';
import { Work } from '../../src/assignments/works/work.entity';
import { Cohort } from '../../src/cohorts/cohort.entity';
import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import type { ModuleTimes } from '../../src/cohorts/timetable/timetable';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { post } from '../support/knock';
import { follow, open, Page } from '../support/page';
import { submit } from '../support/submit';
import { as } from '../support/visitor';
import { loadLibrary, makePerson, startWorld, type World } from '../support/world';
import { AtWork, atInitiative, atNote, openInitiative, openNotes } from './handing';

const PDF = { name: 'minutes.pdf', bytes: Buffer.from('%PDF-1.4\nWho said what.\n') };
const LEVELS = { people: 'few', heard: 'opinion', meaning: 'nothing' };
const MODULE = 'the-first-initiative';

let world: World;
let people = 0;
beforeEach(async () => {
  world = await startWorld();
  await loadLibrary(world);
});
afterEach(async () => {
  expect(world.log.faults).toEqual([]);
  await world.stop();
});

const makeSomebody = (): Promise<Person> =>
  makePerson(world, { name: `Person ${++people}`, email: `person${people}@example.org`, language: 'en' });
const somebody = async (cohort: Cohort) => atInitiative(world, await makeSomebody(), cohort);
const workOf = ({ enrolment }: AtWork) => world.database.read(Work).findOneBy({ enrolmentId: enrolment });
const change = (cohort: Cohort, to: Partial<Cohort>) => world.database.write((write) => write.update(Cohort, { id: cohort.id }, to));
const times = (cohort: Cohort, of: ModuleTimes) => change(cohort, { timetable: { ends: 'zone', modules: { [MODULE]: of }, before: null } });
const leaves = ({ enrolment }: AtWork) =>
  world.database.write((write) => write.update(Enrolment, { id: enrolment }, { state: 'withdrawn' }));
const press = async (address: string, who: Person, fields: Record<string, string> = {}) => {
  const answer = await post(world, address, who, new URLSearchParams({ form: newId(), ...fields }).toString());
  return new Page(answer.text, address, answer.status);
};
const answer = (address: string, version: number) =>
  press(address, world.tomas, {
    version: String(version),
    verdict: 'accepted',
    comment: 'Well done.',
    ...Object.fromEntries(Object.entries(LEVELS).map(([key, level]) => [`levels.${key}`, level])),
  });

describe('an assignment of a module that is closed', () => {
  it('cannot be begun; the page says when it opens, and until when there is time', async () => {
    const cohort = await openInitiative(world);
    const work = await somebody(cohort);
    await times(cohort, { opens: 'on', opensOn: '2027-03-08', dueOn: '2027-03-20' });
    const page = await work.page();
    expect([page.status, page.buttons]).toEqual([200, ['Sign out']]);
    expect(page.main).toContain('This module opens on Monday 8 March.');
    expect(page.main).toContain('Saturday 20 March');
    for (const [what, file] of [
      ['save', null],
      ['add', PDF],
      ['hand-in', null],
    ] as const) {
      const refused = await work.does(what, { text: 'Kept words.' }, file);
      expect([refused.status, refused.main]).toEqual([409, expect.stringContaining('This module opens on Monday 8 March.')]);
    }
    expect(await workOf(work)).toBeNull();
    world.clock.set('2027-03-07T21:00:00Z');
    expect((await work.handsIn('Six people came.')).main).toContain('It is waiting for an answer.');
  });

  it('goes on when it was begun', async () => {
    const cohort = await openInitiative(world);
    const work = await somebody(cohort);
    await work.does('save', { text: 'Begun.' });
    await times(cohort, { opens: 'on', opensOn: '2027-03-08', dueOn: null });
    expect((await work.page()).field('Your text').value).toBe('Begun.');
    await work.does('add', {}, PDF);
    await work.handsIn('Six people came.');
    expect(await workOf(work)).toMatchObject({ state: 'waiting', number: 1 });
  });

  it('says that it is late, and is taken all the same', async () => {
    const cohort = await openInitiative(world);
    const work = await somebody(cohort);
    await times(cohort, { opens: 'start', opensOn: null, dueOn: '2027-03-03' });
    world.clock.set('2027-03-03T21:00:00Z');
    expect((await work.page()).main).toMatch(/Wednesday 3 March.*still/);
    await work.handsIn('Six people came, late.');
    expect(await workOf(work)).toMatchObject({ state: 'waiting' });
  });
});

describe('the work of somebody who has left', () => {
  it('stays theirs to read, with its files, and nothing of it can be changed', async () => {
    const cohort = await openInitiative(world);
    const work = await somebody(cohort);
    await work.does('add', {}, PDF);
    await work.handsIn('Six people came.');
    await leaves(work);
    const visitor = as(world, work.who);
    const page = await follow(visitor, await open(visitor, `/learning/${work.enrolment}/record`), /^Work handed in on 1 March/);
    expect([page.status, page.buttons]).toEqual([200, ['Sign out']]);
    expect(page.main).toContain('Six people came.');
    expect(page.main).toContain('You are no longer in this cohort.');
    expect(page.main).not.toContain('waiting for an answer');
    await visitor.get(page.link('minutes.pdf')).expect(200);
    const before = (await workOf(work))!;
    for (const what of ['save', 'hand-in'])
      expect((await press(work.address, work.who, { do: what, text: 'Other', links: '', version: String(before.version) })).status).toBe(
        404,
      );
    expect(await workOf(work)).toEqual(before);
    await as(world, world.baraka).get(work.address).expect(404);
  });

  it('that was never handed in is not there', async () => {
    const work = await somebody(await openInitiative(world));
    await work.does('save', { text: 'Begun.' });
    await leaves(work);
    await as(world, work.who).get(work.address).expect(404);
    expect((await open(as(world, work.who), `/learning/${work.enrolment}/record`)).main).not.toContain('Work handed in');
  });

  it('that came back for a revision shows what was said, and takes nothing', async () => {
    const work = await somebody(await openInitiative(world));
    await work.handsIn('Six people came.');
    const { id } = (await workOf(work))!;
    await world.database.write(async (write) => {
      const review = {
        id: newId(),
        workId: id,
        number: 1,
        reviewerId: world.tomas.id,
        peer: false,
        levels: LEVELS,
        comment: 'More voices, please.',
      };
      await write.insert(Review, { ...review, verdict: 'revise', takenAt: world.clock.now(), givenAt: world.clock.now() });
      await write.update(Work, { id }, { state: 'revise' });
    });
    await leaves(work);
    const page = await work.page();
    expect([page.buttons, page.main]).toEqual([['Sign out'], expect.stringContaining('More voices, please.')]);
  });

  it('stays the team’s to read, waits for nobody, and is not answered', async () => {
    const cohort = await openInitiative(world);
    const work = await somebody(cohort);
    await work.handsIn('Six people came.');
    await leaves(work);
    const tomas = as(world, world.tomas);
    expect((await open(tomas, '/today')).main).not.toContain('Nairobi initiatives');
    const queue = await open(tomas, `/cohorts/${cohort.id}/works`);
    expect(queue.rows(work.who.name).join()).toContain('Has left this cohort.');
    const page = await follow(tomas, queue, work.who.name);
    expect([page.main, page.offers('Accept')]).toEqual([expect.stringContaining('Six people came.'), false]);
    const refused = await answer(page.address, (await workOf(work))!.version);
    expect([refused.status, refused.main]).toEqual([409, expect.stringContaining('This person has left the cohort already.')]);
    expect(await workOf(work)).toMatchObject({ state: 'waiting' });
  });

  it('is not given out to others, and what they had taken of it is no longer theirs to give', async () => {
    const cohort = await openNotes(world);
    const [ada, ben] = [await atNote(world, await makeSomebody(), cohort), await atNote(world, await makeSomebody(), cohort)];
    await ada.handsIn('The words of the first.');
    await ben.handsIn('Twenty words.');
    const taken = await submit(as(world, ben.who), await ben.page(), 'Give me a work to review');
    expect(taken.main).toContain('The words of the first.');
    await leaves(ada);
    await as(world, ben.who).get(taken.address).expect(404);
    const own = await ben.page();
    expect([own.main, own.offers('Give me a work to review')]).toEqual([expect.stringContaining('There is nothing to review'), false]);
    expect((await ada.page()).main).not.toContain('to review');
  });

  it('frees at once what its author had taken to review', async () => {
    const cohort = await openNotes(world);
    const at = async () => atNote(world, await makeSomebody(), cohort);
    const [ada, ben, cho, dee] = [await at(), await at(), await at(), await at()];
    await ada.handsIn('Twenty words.');
    for (const each of [ben, cho]) {
      await each.handsIn('Twenty words.');
      await submit(as(world, each.who), await each.page(), 'Give me a work to review');
      await world.database.write((write) => write.update(Work, { enrolmentId: each.enrolment }, { state: 'accepted' }));
    }
    expect((await dee.handsIn('Twenty words.')).offers('Give me a work to review')).toBe(false);
    await leaves(ben);
    expect((await dee.page()).offers('Give me a work to review')).toBe(true);
  });
});

describe('works of an archived cohort', () => {
  it('are read by their authors and the team, and neither written nor answered', async () => {
    const cohort = await openInitiative(world);
    const [work, draft] = [await somebody(cohort), await somebody(cohort)];
    await work.handsIn('Six people came.');
    await draft.does('save', { text: 'Begun.' });
    await draft.does('add', {}, PDF);
    await change(cohort, { archivedAt: world.clock.now() });
    for (const [one, text] of [
      [work, 'Six people came.'],
      [draft, 'Archived on'],
    ] as const) {
      const page = await one.page();
      expect([page.status, page.buttons, page.main]).toEqual([200, ['Sign out'], expect.stringContaining(text)]);
    }
    const before = (await workOf(draft))!;
    const fields = { text: 'Other', links: '', version: String(before.version) };
    const [file] = await world.database.read(WorkFile).findBy({ workId: before.id });
    for (const what of ['save', 'hand-in', `remove-${file!.id}`]) {
      const refused = await press(draft.address, draft.who, { ...fields, do: what });
      expect([refused.status, refused.heading]).toEqual([409, 'This cohort is archived']);
    }
    expect(await workOf(draft)).toEqual(before);
    const { id, version } = (await workOf(work))!;
    const address = `/cohorts/${cohort.id}/works/${id}`;
    const review = await open(as(world, world.tomas), address);
    expect([review.main, review.offers('Accept')]).toEqual([expect.stringContaining('Six people came.'), false]);
    const refused = await answer(address, version);
    expect([refused.status, refused.heading]).toEqual([409, 'This cohort is archived']);
    expect(await workOf(work)).toMatchObject({ state: 'waiting' });
    expect((await open(as(world, world.tomas), '/today')).main).not.toContain('Nairobi initiatives');
  });

  it('are not given out to others', async () => {
    const [away, here] = [await openNotes(world), await openNotes(world, world.penang, 'Notes in Penang')];
    const [ada, ben] = [await atNote(world, await makeSomebody(), away), await atNote(world, await makeSomebody(), here)];
    await ada.handsIn('Twenty words.');
    await change(away, { archivedAt: world.clock.now() });
    expect((await ben.handsIn('Twenty words.')).offers('Give me a work to review')).toBe(false);
    expect((await press(`${ada.address}/reviews`, ada.who)).heading).toBe('This cohort is archived');
  });
});
