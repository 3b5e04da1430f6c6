import { RecallCard } from '../../src/quizzes/remembering/recall-card.entity';
import { PlainHands } from '../support/hands';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';
import { answerAll, sit } from '../quizzes/sitter';

describe('somebody is reminded of what she missed', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());
  const cards = () => world.database.read(RecallCard).findBy({ personId: world.wanjiku.id });

  it('says yes once, is asked the day after, is told at once, and nothing of it counts', async () => {
    const { wanjiku, baraka, studies, clock } = world;
    const hers = await sit(world, wanjiku, studies.wanjiku);
    await answerAll(hers, { wrong: ['unanswered', 'why-no-vote'] });
    await hers.handIn().expect(303);
    expect(await cards()).toEqual([]); // offered to everybody, forced on nobody
    const phone = new PlainHands(as(world, wanjiku));
    const result = await phone.goTo(`${hers.address}/result`);
    expect(result.main).toContain('Shall these questions come back in a few days, until you know them?');
    const begun = await phone.press('Remind me of these');
    expect(begun.text).toContain('You will be reminded, a few questions a day.');
    expect(begun.main).toContain('Nothing for today.');
    expect((await cards()).map(({ question }) => question).sort()).toEqual(['unanswered', 'why-no-vote']);

    clock.advance({ hours: 30 });
    const asked = await phone.goTo('/remember');
    expect(asked.main).toContain('2 questions for today.');
    const empty = await phone.press('Check');
    expect([empty.status, empty.errors[0]]).toEqual([422, 'Choose or write an answer first']);
    const choice = empty.fields.find(({ kind }) => kind === 'choice')!;
    const answered = await phone.press('Check', { [choice.label]: choice.options[0]! });
    expect(answered.status).toBe(200);
    expect(answered.main).toMatch(/This question comes back on \d+ March 2027\./);
    const next = await phone.follow('Next question');
    expect(next.main).toContain('One question for today.');

    const [standing] = await world.database.rows<{ count: number }>('SELECT COUNT(*) AS "count" FROM "attempts" WHERE "personId" = ?', [
      wanjiku.id,
    ]);
    expect(Number(standing!.count)).toBe(1);
    expect((await new PlainHands(as(world, baraka)).goTo('/remember')).main).not.toContain('question for today');
  });

  it('collects what she misses later on its own, and forgets everything when she stops', async () => {
    const { wanjiku } = world;
    const phone = new PlainHands(as(world, wanjiku));
    await phone.goTo('/remember');
    const stopped = await phone.press('Stop and delete my cards');
    expect(stopped.text).toContain('You are not asked any more, and your cards are deleted.');
    expect(await cards()).toEqual([]);
  });
});
