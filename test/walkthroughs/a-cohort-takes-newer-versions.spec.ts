import { earn } from '../certificates/finished';
import { PlainHands } from '../support/hands';
import { publish, SECOND } from '../support/second-edition';
import { as, stranger } from '../support/visitor';
import { open } from '../support/page';
import { type LearningWorld, startLearning } from '../support/world';

describe('a cohort takes newer versions', () => {
  let world: LearningWorld;
  let amara: PlainHands;
  let baraka: PlainHands;
  let wanjiku: { code: string };

  beforeAll(async () => {
    world = await startLearning();
    [amara, baraka] = [new PlainHands(as(world, world.amara)), new PlainHands(as(world, world.baraka))];
  });
  afterAll(() => world.stop());

  it('while Wanjiku has her certificate, and Baraka is reading', async () => {
    wanjiku = await earn(world, world.wanjiku, world.studies.wanjiku);
    await baraka.goTo('/learning');
    await baraka.follow(/Start with the first lesson|Begin|Start/);
    await baraka.press(/I have read/);
    await publish(world, SECOND);
    expect((await baraka.page()).status).toBe(200);
  });

  it('Amara reads what changed and what it means for them, and adopts it with two presses', async () => {
    const board = await amara.goTo(`/cohorts/${world.cohort.id}`);
    expect(board.main).toContain('There are newer versions of what this cohort takes.');
    const changes = await amara.follow('See what changed');
    expect(changes.heading).toBe('What changed');
    expect(changes.rows('After the hum')[0]).toContain('New');
    expect(changes.main).toContain('1 person has finished the programme and keeps that, with the certificate.');
    expect(changes.main).toContain('1 person has more to do than before.');
    const after = await amara.press('Adopt now');
    console.log(`presses of the lead, from her cohort to the newest versions: ${amara.presses}`);
    expect(amara.presses).toBe(2);
    expect(after.text).toContain('Adopted.');
  });

  it('Baraka finds the new step among the others, and is told of it', async () => {
    const learning = await baraka.goTo('/learning');
    expect(learning.main).toContain('1 new step was added. What you had finished stays finished.');
    expect(learning.offers('After the hum')).toBe(true);
    expect(learning.main).not.toContain('Where the idea comes from');
  });

  it('Wanjiku has nothing more to do, and her certificate says what it said', async () => {
    const checked = await open(stranger(world), `/verify/${wanjiku.code}`);
    expect(checked.heading).toBe('This certificate is genuine');
    expect((await open(as(world, world.wanjiku), '/learning')).main).toContain('7 of 7 steps done');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
