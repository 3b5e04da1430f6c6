import { Review } from '../../src/assignments/reviews/review.entity';
import { Work } from '../../src/assignments/works/work.entity';
import { Cohort } from '../../src/cohorts/cohort.entity';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { knock, post } from '../support/knock';
import { letters } from '../support/mail';
import { open, type Page } from '../support/page';
import { submit } from '../support/submit';
import { as } from '../support/visitor';
import { makePerson, startWorld, type World } from '../support/world';
import { type AtWork, atNote, openNotes } from './handing';

const GOOD = { 'Is it clear?': 'All of it', 'Is it kind?': 'It is kind' };
const POOR = { 'Is it clear?': 'It cannot', 'Is it kind?': 'It is not' };

describe('reviewing each other', () => {
  let world: World;
  let people = 0;
  beforeEach(async () => (world = await startWorld()));
  afterEach(async () => {
    expect(world.log.faults).toEqual([]);
    await world.stop();
  });

  const somebody = async (cohort: Awaited<ReturnType<typeof openNotes>>): Promise<AtWork> => {
    const who = await makePerson(world, { name: `Secret ${++people}`, email: `peer${people}@example.org`, language: 'en' });
    return atNote(world, who, cohort);
  };
  const stateOf = async ({ enrolment }: AtWork) => (await world.database.read(Work).findOneByOrFail({ enrolmentId: enrolment })).state;
  /** Takes the next work and reviews it; null when there is none. */
  const reviews = async (peer: AtWork, levels: Record<string, string>, comment = 'A word from me.'): Promise<Page | null> => {
    const own = await peer.page();
    if (!own.offers('Give me a work to review')) return null;
    const given = await submit(as(world, peer.who), own, 'Give me a work to review');
    if (given.heading !== 'A work to review') return null;
    await submit(as(world, peer.who), given, 'Give the review', { ...levels, 'What you say to them': comment });
    return given;
  };

  it('three people read each other without names, and all are done', async () => {
    const [kenya, penang] = [await openNotes(world), await openNotes(world, world.penang, 'Notes in Penang')];
    const [ada, ben, cho] = [await somebody(kenya), await somebody(kenya), await somebody(penang)];
    const first = await ada.handsIn('The words of the first.');
    expect(first.main).toContain('There is nothing to review at the moment.');
    expect(first.offers('Give me a work to review')).toBe(false);
    await ben.handsIn('The words of the second.');
    await cho.handsIn('The words of the third.');

    const seen = [await reviews(ada, GOOD), await reviews(ada, GOOD)];
    expect(seen[0]!.main).toContain('The words of the third.'); // another chapter comes first
    expect(seen.map((page) => /Secret|peer\d/.test(page!.html.replace(/Secret 1\b/g, '')))).toEqual([false, false]);
    expect(await reviews(ada, GOOD)).toBeNull();
    expect((await ada.page()).main).not.toContain('A word from me.');
    await reviews(ben, GOOD);
    await reviews(ben, POOR);
    expect(await stateOf(cho)).toBe('passed'); // passed by two, and two reviews to give
    expect((await cho.page()).main).toContain('Review the works you still owe');
    await reviews(cho, GOOD);
    await reviews(cho, GOOD);
    expect(await Promise.all([ada, ben, cho].map(stateOf))).toEqual(['accepted', 'accepted', 'accepted']);
    const page = await ada.page();
    expect(page.main).toContain('Accepted. This step is done.');
    expect(page.main).toContain('Review by another participant');
    expect(page.html).not.toMatch(/Secret [23]/);
    const [done] = await world.database.rows<{ count: number }>(`SELECT COUNT(*) AS "count" FROM "enrolments" WHERE "state" = 'completed'`);
    expect(done!.count).toBe(3);
    expect((await letters(world)).map(({ subject }) => subject).sort()).toContain('Accepted: A note to others');
  });

  it('a work that did not pass comes back to its author, and then goes to the team', async () => {
    const cohort = await openNotes(world);
    const [ada, ben, cho] = [await somebody(cohort), await somebody(cohort), await somebody(cohort)];
    for (const each of [ada, ben, cho]) await each.handsIn('Twenty words.');
    for (const each of [ben, ben, cho, cho]) await reviews(each, POOR, 'Too short for me.');
    expect(await stateOf(ada)).toBe('revise');
    const page = await ada.page();
    expect(page.main).toContain('Too short for me.');
    expect(page.main).toContain('The reviews together: 0 of 4 points');
    await ada.handsIn('Twenty better words.');
    const queue = await open(as(world, world.tomas), `/cohorts/${cohort.id}/works`);
    expect(queue.rows(ada.who.name)[0]).toContain('Handed in again after a revision.');
    expect(queue.rows(ben.who.name)[0]).toContain('With other participants');
  });

  it('nobody waits for people who have gone: after the deadline the team answers, and one’s own step needs no reviews that cannot be given', async () => {
    const cohort = await openNotes(world);
    const [ada, ben] = [await somebody(cohort), await somebody(cohort)];
    for (const each of [ada, ben]) await each.handsIn('Twenty words.');
    await reviews(ben, GOOD);
    expect((await open(as(world, world.tomas), '/today')).main).not.toContain('Notes');
    world.clock.advance({ days: 7, minutes: 1 });
    const queue = await open(as(world, world.tomas), `/cohorts/${cohort.id}/works`);
    expect(queue.rows(ada.who.name)[0]).toMatch(/Too few reviews by others: 1 of 2 until/);
    expect((await open(as(world, world.tomas), '/today')).rows('Notes').join()).toContain('2 works');
    const { id } = await world.database.read(Work).findOneByOrFail({ enrolmentId: ada.enrolment });
    const review = await open(as(world, world.tomas), `/cohorts/${cohort.id}/works/${id}`);
    expect(review.html).not.toContain(ben.who.name); // not even the team learns who reviewed
    await submit(as(world, world.tomas), review, 'Accept', GOOD);
    expect(await stateOf(ada)).toBe('accepted');
  });

  it('somebody whose work has passed finishes when there is nothing left to review', async () => {
    const cohort = await openNotes(world);
    const all = [await somebody(cohort), await somebody(cohort), await somebody(cohort)];
    const [ada, ben, cho] = all as [AtWork, AtWork, AtWork];
    for (const each of all) await each.handsIn('Twenty words.');
    for (const each of [ben, ben, cho, cho]) await reviews(each, GOOD);
    expect(await stateOf(ada)).toBe('passed');
    await world.database.write((write) => write.update(Work, { enrolmentId: ben.enrolment }, { state: 'accepted' }));
    await world.database.write((write) => write.update(Work, { enrolmentId: cho.enrolment }, { state: 'accepted' }));
    await submit(as(world, ada.who), await ada.page(), 'Finish without more reviews');
    expect(await stateOf(ada)).toBe('accepted');
  });

  it('a review taken and not given keeps no work from others for longer than its days', async () => {
    const cohort = await openNotes(world);
    const [ada, ben, cho, dee] = [await somebody(cohort), await somebody(cohort), await somebody(cohort), await somebody(cohort)];
    await ada.handsIn('Twenty words.');
    const take = async (peer: AtWork) => submit(as(world, peer.who), await peer.page(), 'Give me a work to review');
    for (const each of [ben, cho]) {
      await each.handsIn('Twenty words.');
      await take(each);
      await world.database.write((write) => write.update(Work, { enrolmentId: each.enrolment }, { state: 'accepted' }));
    }
    expect((await dee.handsIn('Twenty words.')).offers('Give me a work to review')).toBe(false); // two others have it
    world.clock.advance({ days: 8 });
    expect((await dee.page()).offers('Give me a work to review')).toBe(true);
  });

  it('is given once, by whom it was given to, and to nobody who has not handed in', async () => {
    const cohort = await openNotes(world);
    const [ada, ben, cho] = [await somebody(cohort), await somebody(cohort), await somebody(cohort)];
    await ada.does('add', {}, { name: 'by Secret 1.pdf', bytes: Buffer.from('%PDF-1.4\n') });
    await ada.handsIn('Twenty words.');
    await ben.handsIn('Twenty words.');
    const press = (who: Person, address: string, fields = {}) =>
      post(world, address, who, new URLSearchParams({ form: newId(), ...fields }).toString());
    expect((await press(cho.who, `${cho.address}/reviews`)).status).toBe(404);
    const [one, two] = await Promise.all([press(ben.who, `${ben.address}/reviews`), press(ben.who, `${ben.address}/reviews`)]);
    expect(one.headers['location']).toBe(two.headers['location']);
    const address = one.headers['location']!;
    const page = await open(as(world, ben.who), address);
    expect(page.html).not.toContain('by Secret 1');
    const file = await as(world, ben.who)
      .get(page.link(/^File 1/))
      .expect(200);
    expect(file.headers['content-disposition']).toContain('filename="file.pdf"');
    for (const who of [ada.who, cho.who, world.tomas]) expect((await knock(world, address, { who })).status).toBe(404);
    expect((await knock(world, address.replace(ben.enrolment, cho.enrolment), { who: cho.who })).status).toBe(404);
    const missing = await press(ben.who, address, { 'levels.clear': 'yes', comment: 'Kept words.' });
    expect([missing.status, missing.text.includes('Kept words.')]).toEqual([422, true]);
    const good = { 'levels.clear': 'yes', 'levels.kind': 'yes', comment: 'Fine.' };
    expect((await press(ben.who, address, good)).status).toBe(303);
    expect((await press(ben.who, address, good)).status).toBe(409);
    expect(await world.database.read(Review).countBy({ peer: true })).toBe(1);
    const { reviewsGiven } = await world.database.read(Work).findOneByOrFail({ enrolmentId: ben.enrolment });
    expect(reviewsGiven).toBe(1);
  });

  it('works in another language are read by those who read it', async () => {
    const [english, arabic] = [await openNotes(world), await openNotes(world, world.lebanon, 'Notes in Beirut')];
    await world.database.write((write) => write.update(Cohort, { id: arabic.id }, { language: 'ar' }));
    const [ada, nur] = [await somebody(english), await somebody(arabic)];
    await nur.handsIn('كلمات قليلة.');
    expect((await ada.handsIn('Twenty words.')).offers('Give me a work to review')).toBe(false);
  });
});
