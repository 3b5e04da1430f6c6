import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { PlainHands } from '../support/hands';
import { Story } from '../support/story';
import { as } from '../support/visitor';
import { lesson, startTwoModules, type TwoModules } from '../cohorts/timetable/two-modules';

describe('a cohort keeps to its timetable', () => {
  const story = new Story('en');
  let world: TwoModules;
  let amara: PlainHands;
  let wanjiku: PlainHands;
  let baraka: PlainHands;

  beforeAll(async () => {
    world = await startTwoModules();
    [amara, wanjiku, baraka] = [world.amara, world.wanjiku, world.baraka].map((one) => new PlainHands(as(world, one))) as [
      PlainHands,
      PlainHands,
      PlainHands,
    ];
  });
  afterAll(() => world.stop());

  it('its lead spreads the modules over the weeks with three presses', async () => {
    await amara.goTo(`/cohorts/${world.cohort.id}`);
    await amara.follow('Timetable');
    await amara.follow('Fill in usual days');
    const saved = await amara.press('Save the timetable');
    expect(saved.text).toContain('The timetable is saved.');
    console.log(`presses of the lead, from her board to a timetable: ${amara.presses}`);
    expect(amara.presses).toBe(3);
  });

  it('Wanjiku reads what is open, and sees when the rest opens', async () => {
    const learning = await wanjiku.goTo('/learning');
    expect(learning.main).toContain('Due by the end of Sunday 21 March · 23:59 (Africa/Nairobi)');
    expect(learning.main).toContain('Opens on Monday 22 March · 00:00 (Africa/Nairobi)');
    await story.readLessons(wanjiku);
    await story.takeQuiz(wanjiku);
    const after = await wanjiku.goTo('/learning');
    expect(after.main).toContain('There is nothing to do until the next module opens.');
  });

  it('Baraka is ill: his lead gives him another week, and more time in the quiz', async () => {
    await amara.goTo(`/cohorts/${world.cohort.id}`);
    await amara.follow('Baraka Mwangi');
    await amara.press('Give this deadline', { 'Deadline for this person': '2027-03-28', 'Why (optional)': 'Malaria.' });
    await amara.press('Save the extra time', { 'More time in timed quizzes, in percent': '50' });
    world.clock.set('2027-03-22T06:00:00Z'); // Monday morning in Nairobi, three weeks on: sessions have ended
    await story.signIn(amara, world.amara.email);
    await story.signIn(wanjiku, world.wanjiku.email);
    const learning = await baraka.goTo('/learning');
    expect(learning.main).toContain('Due by the end of Sunday 28 March');
    expect(learning.text).not.toContain('Malaria');
    const board = await amara.goTo(`/cohorts/${world.cohort.id}`);
    expect(board.rows('Baraka')).toEqual([expect.not.stringContaining('late')]);
  });

  it('he has fifteen minutes where others have ten, and is in time', async () => {
    await baraka.goTo(lesson(world.ours.baraka));
    await story.readLessons(baraka);
    expect((await baraka.page()).main).toContain('15 minutes');
    await story.takeQuiz(baraka);
    const [attempt] = await world.database.read(Attempt).findBy({ enrolmentId: world.ours.baraka });
    expect(attempt!.endsAt!.getTime() - attempt!.startedAt.getTime()).toBe(15 * 60_000);
    const board = await amara.goTo(`/cohorts/${world.cohort.id}`);
    expect(board.rows('Baraka')).toEqual([expect.not.stringContaining('late')]);
  });

  it('on Monday the next module is open to both of them', async () => {
    for (const hands of [wanjiku, baraka]) {
      const learning = await hands.goTo('/learning');
      expect(learning.main).not.toContain('Opens on');
      expect((await hands.follow('Continue reading')).address).toContain('/at-the-table/');
    }
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
