import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { finish } from '../certificates/finished';
import { quizAddress } from '../quizzes/sitter';
import { startSmall } from '../quizzes/small-quiz';
import { carry, closeChrome, visit, type Window } from '../support/browser';
import { sessionFor } from '../support/visitor';

/** A device may have whatever time it likes: it shows the server's, and the server's decides. */

const DAY_MS = 86_400_000;
type Small = Awaited<ReturnType<typeof startSmall>>;

let world: Small;
let window: Window;

beforeEach(async () => {
  world = await startSmall({ minutes: 10, settings: { shuffle: { questions: false, options: false } } });
  await finish(world, world.wanjiku, world.studies.wanjiku, { but: ['quiz'] });
  window = await visit({ width: 390 });
});
afterEach(async () => {
  await window.close();
  await world.stop();
});
afterAll(closeChrome);

/** Begins the quiz on a device whose clock is off by so much. */
async function begin(offByMs: number): Promise<void> {
  await window.context.addInitScript(`(() => { const now = Date.now; window.off = ${offByMs}; Date.now = () => now() + window.off; })()`);
  await carry(window.context, world.address, await sessionFor(world, world.wanjiku));
  await window.page.goto(`${world.address}${quizAddress(world.studies.wanjiku)}`);
  await pressed(() => window.page.locator('main form button').first().click());
}

const pressed = (press: () => Promise<unknown>) => Promise.all([window.page.waitForNavigation(), press()]);
const left = () => window.page.locator('[role=timer]').innerText();
const attempt = () => world.database.read(Attempt).findOneByOrFail({ enrolmentId: world.studies.wanjiku });

it.each([
  ['a day ahead', DAY_MS],
  ['a day behind', -DAY_MS],
])('%s: the time left, when an answer was saved and what the receipt says are the server’s', async (_, off) => {
  await begin(off);
  expect(await left()).toMatch(/^(10:00|09:5\d)$/);
  await window.page.locator('input[name=answer]').nth(1).check();
  await pressed(() => window.page.locator('button[name=go][value=next]').click());
  await pressed(() => window.page.locator('.qnav button').first().click());
  expect(await window.page.locator('#saved').innerText()).toContain('Saved at 09:00:00');
  await window.page.goto(`${new URL(window.page.url()).origin}/attempts/${(await attempt()).id}/hand-in`);
  await pressed(() => window.page.locator('main form button').first().click());
  expect((await attempt()).handedInAt).toEqual(world.clock.now());
  expect(await window.page.locator('main header').first().innerText()).toContain('handed in on 1 March 2027 at 09:00');
});

it('set back in the middle of it gives nobody more time, not even to look at', async () => {
  await begin(0);
  await window.page.evaluate(`window.off = -${DAY_MS}`);
  await window.page.waitForTimeout(1_500);
  expect(await left()).toMatch(/^09:5\d$/);
});

it('set forward in the middle of it sends what was answered, and the server’s time goes on', async () => {
  await begin(0);
  await window.page.locator('input[name=answer]').nth(1).check();
  await pressed(() => window.page.evaluate(`window.off = ${DAY_MS}`));
  expect((await attempt()).handedInAt).toBeNull();
  expect(await world.database.rows('SELECT 1 FROM "answers"')).toHaveLength(1);
  expect(await left()).toMatch(/^(10:00|09:5\d)$/);
});
