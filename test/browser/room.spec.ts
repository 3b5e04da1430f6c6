import type { Route } from 'playwright-core';
import { PeopleTable } from '../simulations/together/people-table';
import { carry, closeChrome, visit, type Window } from '../support/browser';
import { until } from '../support/until';
import { sessionFor } from '../support/visitor';
import { startLearning, type LearningWorld } from '../support/world';

describe('a room that is open while others act', () => {
  let world: LearningWorld;
  let table: PeopleTable;
  let window: Window;

  beforeAll(async () => {
    world = await startLearning();
    table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair'], 'async');
    await table.enters('opening');
    await table.enters('first-round');
    window = await visit({ width: 1280 });
    await carry(window.context, world.address, await sessionFor(world, table.people['university']!));
    await window.page.goto(world.address + table.address);
  });
  afterAll(async () => {
    await window.close();
    await closeChrome();
    await world.stop();
  });

  const part = (name: string) => window.page.locator(`[data-part="${name}"]`);
  const supports = (as: string, clause: string) =>
    table.does(as, { do: 'set-stance', clause, stance: 'support', words: null, expectRevision: 1 });
  /** How long the line has been open, by the clock that the page shows. */
  const sinceBegun = async () => {
    const end = new Date(world.clock.now().getTime() + 50 * 60_000).toISOString();
    await window.page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<time id="long" data-until="${end}"></time>')`,
    );
    const shown = () => window.page.locator('#long').innerText();
    await until(async () => (await shown()) !== '', 'a time');
    const [minutes, seconds] = (await shown()).split(':').map(Number);
    await window.page.evaluate(`document.getElementById('long').remove()`);
    return (50 * 60 - minutes! * 60 - seconds!) * 1000;
  };
  const line = () => window.page.locator('#live').getAttribute('data-how');

  it('says that it is live', async () => {
    await until(async () => (await line()) === 'on', 'live');
    expect(await window.page.locator('#live [role=status]').innerText()).toBe('Live: changes appear by themselves.');
  });

  it('shows what changed, and leaves alone what somebody is at', async () => {
    const { page } = window;
    const field = part('floor').locator('textarea[name=text]').first();
    await part('table').locator('details summary').first().click();
    await field.fill('Before we go on: who');
    await field.press('End');
    await page.evaluate(`document.activeElement.dataset.mark = 'the same field'`);
    const before = await part('table').innerText();
    await supports('incumbent', 'house');
    await until(async () => (await part('table').innerText()) !== before, 'the table shows where the incumbent stands');
    await table.does('chair', { do: 'speak', words: { key: 'statements.together' }, length: 0 });
    await until(async () => (await page.locator('[data-voice]').innerText()) === 'Something new on the floor.', 'the news is spoken');
    await page.keyboard.type(' pays?');
    expect(await field.inputValue()).toBe('Before we go on: who pays?');
    expect(await page.evaluate(`document.activeElement.dataset.mark`)).toBe('the same field');
    expect(await part('table').locator('details').first().getAttribute('open')).not.toBeNull();
  });

  const mine = async () => (await table.log()).state;
  const mark = () => window.page.evaluate(`document.documentElement.dataset.mark = 'the same page'`);
  const samePage = async () => (await window.page.evaluate(`document.documentElement.dataset.mark`)) === 'the same page';
  const stand = async (stance: string) => {
    await part('table').locator('form[action$="/stances"]:not([aria-busy])').waitFor(); // until then a press is the same press
    await part('table').locator(`input[name=stance][value=${stance}]`).check();
    return part('table').locator('form[action$="/stances"] button');
  };
  const stands = async () => Object.values((await mine()).clauses).find(({ key }) => key === 'house')?.stances['university']?.stance;

  it('says that the table has gone on, and until when', async () => {
    const now = () => part('now').locator('[aria-current=step]').innerText();
    expect(await now()).toBe('First round');
    await table.enters('second-round');
    await until(async () => (await now()) === 'Second round', 'the second round');
  });

  it('sends what was typed, once, and stays where one is', async () => {
    await mark();
    const field = part('floor').locator('textarea[name=text]').first();
    await part('floor')
      .locator('form[action$="/statements"] button')
      .evaluate((button: { click(): void }) => [1, 2].forEach(() => button.click()));
    await until(async () => (await part('floor').innerText()).includes('Before we go on: who pays?'), 'it is said');
    expect((await mine()).statements.filter(({ role }) => role === 'university')).toHaveLength(1);
    await (await stand('live-with')).click();
    await until(async () => (await stands()) === 'live-with', 'one stands there');
    expect([await samePage(), (await field.count()) === 0 || (await field.inputValue()) === '']).toEqual([true, true]);
  });

  it('what cannot be done is said on its page, as without scripts, and what was typed is kept', async () => {
    const { page } = window;
    await part('table').locator('input[name=text]').fill('Because of the islands');
    await stand('support');
    // in one go: the page may be told of something in between
    const press = `{
      const form = document.querySelector('[data-part=table] form[action$="/stances"]');
      form.elements.namedItem('revision').value = '99';
      form.querySelector('button').click();
    }`;
    await Promise.all([page.waitForNavigation(), page.evaluate(press)]);
    expect(await page.content()).toContain('Because of the islands');
    expect(await stands()).toBe('live-with');
    await page.goto(`${world.address}${table.address}?clause=house`);
  });

  it('without a line a form leaves as a browser sends it', async () => {
    const { page } = window;
    await until(async () => (await line()) === 'on', 'live');
    await mark();
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide'))`); // closes the line
    const button = await stand('support');
    await Promise.all([page.waitForNavigation(), button.click()]);
    expect([await stands(), await samePage()]).toEqual(['support', false]);
  });

  it('an act whose answer was lost is not confused with the next one', async () => {
    const { page } = window;
    await page.goto(`${world.address}${table.address}?clause=house`);
    await until(async () => (await line()) === 'on', 'live');
    const answered = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await page.route('**/stances', answered, { times: 1 });
    await (await stand('stand-aside')).click();
    await until(async () => (await stands()) === 'stand-aside', 'it arrived');
    await (await stand('live-with')).click();
    await until(async () => (await stands()) === 'live-with', 'the next arrived, too');
    expect(Object.values((await mine()).clauses).find(({ key }) => key === 'house')!.stances['university']).toMatchObject({
      stance: 'live-with',
    });
    await page.unroute('**/stances');
    await page.goto(`${world.address}${table.address}?clause=house`);
  });

  it('comes back by itself after a cut, and has missed nothing', async () => {
    await until(async () => (await line()) === 'on', 'live');
    await part('table').locator('details summary').first().click(); // who stands where, in words
    await window.context.setOffline(true);
    const before = await part('table').innerText();
    await supports('exchange', 'house');
    await supports('providers', 'house');
    await window.context.setOffline(false);
    await until(async () => (await part('table').innerText()) !== before, 'it caught up');
    await until(async () => (await line()) === 'on', 'live again');
    expect(await part('table').innerText()).toContain('Exchange office');
  });

  it.each([
    [310, 'Five minutes left in this phase.'],
    [63, 'One minute left in this phase.'],
    [13, 'Ten seconds left in this phase.'],
  ])('from %d seconds on it is said in time: %s', async (seconds, words) => {
    await window.page.evaluate(`document.getElementById('left')?.remove()`);
    // the server's clock stands still in a test; the browser's goes on from where the line began
    const ends = new Date(world.clock.now().getTime() + (await sinceBegun()) + seconds * 1000).toISOString();
    await window.page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<time id="left" data-until="${ends}" data-spoken></time>')`,
    );
    await until(async () => (await window.page.locator('[data-voice]').innerText()) === words, words);
    expect(await window.page.locator('#left').innerText()).toMatch(/^0[0-5]:\d\d$/);
  });

  it('asks for signs that it has not shown yet, and shows them', async () => {
    const missing = await window.page.evaluate(
      `[...document.querySelectorAll('use')].map((use) => use.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))`,
    );
    expect(missing).toEqual([]);
  });
});
