import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { finish } from '../certificates/finished';
import { quizAddress } from '../quizzes/sitter';
import { startSmall } from '../quizzes/small-quiz';
import { carry, closeChrome, visit, type Window } from '../support/browser';
import { until } from '../support/until';
import { sessionFor } from '../support/visitor';

type Small = Awaited<ReturnType<typeof startSmall>>;

describe('what has not arrived', () => {
  let world: Small;
  let window: Window;
  let attempt: string;

  beforeAll(async () => {
    world = await startSmall({ settings: { shuffle: { questions: false, options: false } } });
    await finish(world, world.wanjiku, world.studies.wanjiku, { but: ['quiz'] });
    window = await visit({ width: 390 });
    await carry(window.context, world.address, await sessionFor(world, world.wanjiku));
    await window.page.goto(`${world.address}${quizAddress(world.studies.wanjiku)}`);
    await Promise.all([window.page.waitForNavigation(), window.page.locator('main form button').first().click()]);
    attempt = new URL(window.page.url()).pathname.split('/')[2]!;
  });
  afterAll(async () => {
    await window.close();
    await closeChrome();
    await world.stop();
  });

  const { page } = { page: () => window.page };
  const next = () => page().locator('button[name=go][value=next]').click();
  const waiting = () => page().locator('#waiting').innerText();
  const kept = () => page().evaluate(`Object.keys(JSON.parse(localStorage.getItem('answers ${attempt}') ?? '{}')).length`);
  const answers = async () => Number((await world.database.rows<{ count: number }>('SELECT COUNT(*) AS "count" FROM "answers"'))[0]!.count);
  /** Lets pages come and keeps answers from arriving, as a line does that is just good enough. */
  const block = () => page().route('**/questions/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  const unblock = () => page().unroute('**/questions/*');

  it('waits on the device when the line is down, is counted, and survives a reload', async () => {
    await block();
    await page().locator('input[name=answer]').nth(1).check();
    await next();
    await until(async () => (await waiting()).includes('1 waiting on this device'), 'one waits');
    expect(await waiting()).toBe('0 of 3 saved, 1 waiting on this device until the line is back');
    expect(await answers()).toBe(0);
    await page().evaluate('window.onbeforeunload = null');
    page().on('dialog', (dialog) => void dialog.accept());
    await page().reload();
    await until(() => page().locator('input[name=answer]').nth(1).isChecked(), 'the answer stands there again');
  });

  it('others wait beside it, whichever page is open', async () => {
    await page().goto(`${world.address}/attempts/${attempt}/questions/3`);
    await page().locator('input[name=answer]').fill('2');
    await next();
    await until(async () => (await waiting()).includes('2 waiting'), 'two wait');
    expect(await kept()).toBe(2);
  });

  it('all of it is sent when the line is back, and the press that waited leads on', async () => {
    await unblock();
    await page().evaluate(`dispatchEvent(new Event('online'))`);
    await until(async () => new URL(page().url()).pathname === `/attempts/${attempt}`, 'the press leads to all answers');
    await until(async () => (await answers()) === 2, 'both are saved');
    await until(async () => (await kept()) === 0, 'nothing waits');
    expect(await page().locator('main').innerText()).toContain(' of 3 questions answered');
  });

  it('handing in waits for what waits', async () => {
    await page().goto(`${world.address}/attempts/${attempt}/questions/2`);
    await block();
    await page().locator('input[name=answer]').first().check();
    await until(async () => (await waiting()).includes('1 waiting'), 'one waits');
    await page().goto(`${world.address}/attempts/${attempt}/hand-in`);
    await page().locator('main form button').click();
    await until(async () => (await waiting()).includes('1 waiting'), 'it still waits');
    expect((await world.database.read(Attempt).findOneByOrFail({ id: attempt })).handedInAt).toBeNull();
    await unblock();
    await page().evaluate(`dispatchEvent(new Event('online'))`);
    await until(async () => page().url().endsWith('/result'), 'it is handed in');
    expect(await page().locator('h1').innerText()).toBe('You passed, with 6 of 6 points');
    expect(await page().evaluate('localStorage.length')).toBe(0);
    expect(world.log.faults).toEqual([]);
  });
});
