import { draftIn, keptAt } from '../simulations/writing/drafts';
import { carry, closeChrome, visit } from '../support/browser';
import { sessionFor } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

let world: LearningWorld;

beforeAll(async () => {
  world = await startLearning();
});
afterAll(async () => {
  await closeChrome();
  await world.stop();
});

describe('the situation of a role-play', () => {
  it('is shown as it will look while somebody writes, and nothing is kept before they save', async () => {
    const { address: own } = await draftIn(world, world.kenya);
    const { context, page, close } = await visit({ width: 1280 });
    await carry(context, world.address, await sessionFor(world, world.tomas));
    await page.goto(`${world.address}${own}/texts/setting`);
    await page.fill('#f-text', '## Velmora\n\nSix networks **meet** here.\n\n![map](x.png)');
    await page.waitForSelector('#preview h2:has-text("Velmora")');
    await page.waitForSelector('#checks :text("Line 5:")');
    expect(await page.inputValue('#f-text')).toContain('Six networks'); // what is typed is let be
    expect((await keptAt(world, world.kenya, own)).version).toBe(1);
    await page.click('button[value="save"]');
    await page.waitForSelector(':text("Saved.")');
    expect((await keptAt(world, world.kenya, own)).texts['setting']).toContain('Six networks');
    await close();
  });
});
