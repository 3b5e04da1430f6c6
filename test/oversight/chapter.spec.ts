import { open } from '../support/page';
import { as } from '../support/visitor';
import { type LearningWorld, openCohort, startLearning } from '../support/world';

let world: LearningWorld;
beforeAll(async () => {
  world = await startLearning();
});
afterAll(() => world.stop());

describe('the page of a chapter', () => {
  it('shows its cohorts and its team, and nobody else’s', async () => {
    await openCohort(world, world.kenya, { name: 'Over', startsOn: '2027-01-04', endsOn: '2027-02-14' });
    const page = await open(as(world, world.amara), '/chapters/kenya');
    expect(page.heading).toBe('Kenya');
    expect(page.rows('Nairobi, March')).toEqual([
      expect.stringMatching(/Taking part in Internet governance · English Week 1 of 6 2 people$/),
    ]);
    expect(page.rows('Amara')).toEqual(['Amara Odhiambo Lead']);
    expect(page.rows('Tomás')).toEqual(['Tomás Vega Trainer']);
    expect(page.main).not.toMatch(/Wanjiku|نور|陈美|بيروت|Over/);
    expect(page.link('All cohorts, 1 of them over')).toBe('/chapters/kenya/cohorts');
    expect((await open(as(world, world.amara), '/chapters/kenya/cohorts')).rows('Over')).toEqual([
      expect.stringContaining('Ended on 14 February 2027'),
    ]);
  });

  it('offers what changes things to leads only', async () => {
    const [lead, trainer] = [await open(as(world, world.amara), '/chapters/kenya'), await open(as(world, world.tomas), '/chapters/kenya')];
    expect([lead.offers('Start a cohort'), lead.offers('Invite or change')]).toEqual([true, true]);
    expect([trainer.status, trainer.offers('Start a cohort'), trainer.offers('Invite or change')]).toEqual([200, false, false]);
  });

  it('tells a steward that nobody leads a chapter', async () => {
    const page = await open(as(world, world.sofia), '/chapters/penang');
    expect(page.main).toContain('Nobody leads this chapter yet.');
  });

  it('is for nobody else there', async () => {
    const none = await as(world, world.nour).get('/chapters/nothing');
    for (const person of [world.nour, world.mei, world.wanjiku]) {
      const answer = await as(world, person).get('/chapters/kenya');
      expect(answer.status).toBe(404);
      if (person === world.nour) expect(answer.text).toBe(none.text);
    }
    for (const slug of ['%00', 'KENYA', '9'.repeat(400)]) await as(world, world.sofia).get(`/chapters/${slug}`).expect(404);
  });
});
