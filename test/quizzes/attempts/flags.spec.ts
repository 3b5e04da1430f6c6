import { all } from '../../support/html';
import type { Page } from '../../support/page';
import { rowsOf } from '../../support/tables';
import { sit, type Sitting } from '../sitter';
import { startSmall } from '../small-quiz';

const FIXED = { shuffle: { questions: false, options: false } };
const LATER = 'Look at it again later';
const marked = (page: Page) =>
  [...all(page.root, 'button', 'span')].filter(({ attributes }) => /(^| )f( |$)/.test(attributes['class'] ?? '')).length;

describe('a question to look at again', () => {
  let world: Awaited<ReturnType<typeof startSmall>>;
  let sitting: Sitting;
  beforeAll(async () => {
    world = await startSmall({ settings: FIXED });
    sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
    sitting.visitor.keep('language', 'en');
  });
  afterAll(() => world.stop());

  const rows = () => rowsOf(world.database, 'look_again');

  it('is marked by one press, which saves what was typed, too', async () => {
    const page = await sitting.open(3);
    await sitting.save(page, { 'Your number': '2' }, LATER).expect(303).expect('location', sitting.addressOf(3));
    const again = await sitting.open(3);
    expect(again.field('Your number').value).toBe('2');
    expect(again.offers('No need to look at it again')).toBe(true);
    expect(marked(again)).toBe(1);
    expect(again.html).toContain('Question 3, answered, to look at again');
    expect(marked(await sitting.open(1))).toBe(1);
  });

  it('stands in the list of all answers', async () => {
    const summary = await sitting.summary();
    expect(marked(summary)).toBe(1);
    expect(summary.main).toContain('to look at again');
  });

  it('twice is once, also from two pages at the same moment, and so is taking the mark away', async () => {
    const [one, other] = [await sitting.open(2), await sitting.open(2)];
    const presses = [one, one, other].map((page) => sitting.save(page, {}, LATER));
    for (const { status } of await Promise.all(presses)) expect([303, 409]).toContain(status); // the other page's empty answer is the older one
    expect(await rows()).toHaveLength(2);
    const page = await sitting.open(2);
    await Promise.all([1, 2].map(() => sitting.save(page, {}, 'No need to look at it again').expect(303)));
    expect(await rows()).toHaveLength(1);
  });

  it('by the page’s script, too', async () => {
    const page = await sitting.open(1);
    const { body } = await sitting.fetch(page.address, [...sitting.pairs(page, {}, LATER)]).expect(200);
    expect(body.to).toBe(sitting.addressOf(1));
    expect(await rows()).toHaveLength(2);
  });

  it('a mark that there is not is no form of ours, and nobody marks in somebody else’s attempt', async () => {
    const page = await sitting.open(1);
    const pairs = sitting
      .pairs(page, {}, 'No need to look at it again')
      .map(([name, value]): [string, string] => [name, name === 'flag' ? 'maybe' : value]);
    expect((await sitting.send(page.address, pairs)).status).toBeGreaterThanOrEqual(400);
    const baraka = await sit(world, world.baraka, world.studies.baraka);
    const own = await baraka.open(1, '?language=en');
    await baraka.send(sitting.addressOf(1), baraka.pairs(own, {}, LATER)).expect(404);
    expect(await rows()).toHaveLength(2);
  });

  it('after handing in nothing is marked any more', async () => {
    const page = await sitting.open(2);
    await sitting.handIn().expect(303);
    await sitting.save(page, {}, LATER).expect(409);
    expect(await rows()).toHaveLength(2);
    expect(world.log.faults).toEqual([]);
  });
});

it('where questions come one after the other, nobody can come back, so nothing is marked', async () => {
  const world = await startSmall({ settings: { ...FIXED, navigation: 'sequential' } });
  const sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
  expect((await sitting.open(1, '?language=en')).offers(LATER)).toBe(false);
  await world.stop();
});
