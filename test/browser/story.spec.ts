import { setTimeout as later } from 'node:timers/promises';
import type { Route } from 'playwright-core';
import { BrowserHands } from '../support/browser-hands';
import { closeChrome, visit, type Window } from '../support/browser';
import { Story } from '../support/story';
import { until } from '../support/until';
import { loadLibrary, startWorld, type World } from '../support/world';

const SCRIPTS = [
  ['without JavaScript', false],
  ['with JavaScript', true],
] as const;

afterAll(() => closeChrome());

describe.each(SCRIPTS)('a trainee earns a certificate, %s', (_, javaScript) => {
  let world: World;
  const story = new Story();
  const windows: Window[] = [];
  let lead: BrowserHands;
  let trainee: BrowserHands;
  let link: string;
  let code: string;

  const sit = async (width: number) => {
    const window = await visit({ javaScript, width });
    windows.push(window);
    return new BrowserHands(window.page, world.address);
  };

  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
    lead = await sit(1280);
    trainee = await sit(390);
  });
  afterAll(async () => {
    for (const window of windows) await window.close();
    await world.stop();
  });

  it('a lead opens a cohort and copies its link', async () => {
    await story.signIn(lead, world.amara.email);
    link = await story.openCohort(lead, 'Kenya', 'Nairobi, March');
    expect(link).toContain('/join/');
  });

  it('somebody new joins, reads six lessons, and comes to the quiz', async () => {
    await story.join(trainee, link, { name: 'Njeri Wambui', email: 'njeri@example.org' });
    expect(await story.readLessons(trainee)).toBe(6);
  });

  it('does not pass at first, reads why, and passes', async () => {
    const failed = await story.takeQuiz(trainee, 8);
    expect(failed.heading).toMatch(/^Not passed yet/);
    await trainee.follow(/^Read again: Where/);
    expect(await trainee.tab.evaluate('document.querySelector(location.hash)?.tagName')).toBe('H2');
    await trainee.tab.goBack();
    const passed = await story.takeQuiz(trainee);
    expect(passed.heading).toMatch(/^You passed/);
  });

  it('gets the certificate, which a stranger finds genuine and the lead sees', async () => {
    await story.confirmAddress(trainee, world, 'njeri@example.org');
    ({ code } = await story.takeCertificate(trainee));
    const stranger = await sit(390);
    expect((await story.verify(stranger, code)).heading).toBe('This certificate is genuine');
    await lead.goTo('/chapters/kenya');
    expect((await lead.follow('Nairobi, March')).rows('Njeri Wambui').join('\n')).toContain('Issued 1 Mar');
    console.log(`presses ${_}: trainee ${trainee.presses}, lead ${lead.presses}, stranger ${stranger.presses}`);
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});

describe('answers with JavaScript', () => {
  let world: World;
  let window: Window;
  let hands: BrowserHands;
  const story = new Story();

  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
    window = await visit({ width: 390 });
    hands = new BrowserHands(window.page, world.address);
    const lead = await visit();
    const leading = new BrowserHands(lead.page, world.address);
    await story.signIn(leading, world.amara.email);
    const link = await story.openCohort(leading, 'Kenya', 'Nairobi, March');
    await lead.close();
    await story.join(hands, link, { name: 'Njeri Wambui', email: 'njeri@example.org' });
    await story.readLessons(hands);
    await hands.press(story.say('quizzes.start.begin'));
  });
  afterAll(async () => {
    await window.close();
    await world.stop();
  });

  const saved = () => window.page.locator('#saved');
  const choose = async (option: number) => {
    await window.page.locator('input[name=answer]').nth(option).check();
  };
  const nothingWaits = async () => (await window.page.evaluate('localStorage.length')) === 0;
  const chosen = () => window.page.evaluate(`[...document.querySelectorAll('input[name=answer]')].findIndex((input) => input.checked)`);

  it('are saved as they are chosen', async () => {
    await choose(1);
    await expectText(saved(), /Saved at \d\d:\d\d:\d\d/);
    await window.page.reload();
    expect(await chosen()).toBe(1);
  });

  it('wait while the line is down, say so, and are saved when it is back', async () => {
    await window.context.setOffline(true);
    await choose(2);
    await expectText(saved(), new RegExp(story.say('quizzes.waiting').slice(0, 20)));
    await window.context.setOffline(false);
    await expectText(saved(), /Saved at \d\d:\d\d:\d\d/);
    await window.page.reload();
    expect(await chosen()).toBe(2);
  });

  it('that are newer than one on its way are there again after a reload', async () => {
    const slowly = async (route: Route) => {
      if (route.request().method() === 'POST') await later(1_000);
      await route.continue().catch(() => undefined); // nobody waits for it any more
    };
    await window.page.route('**/questions/*', slowly);
    for (const option of [1, 2, 3, 0]) await choose(option);
    await window.page.reload(); // while an older one is on its way
    await until(async () => (await chosen()) === 0, 'the newest stands there again');
    await window.page.unroute('**/questions/*', slowly);
    await until(nothingWaits, 'it is saved');
    await window.page.reload();
    expect(await chosen()).toBe(0);
  });

  it('make one answer, however often they are saved', async () => {
    for (const option of [0, 1, 2, 3, 0]) await choose(option);
    await expectText(saved(), /Saved at/);
    await until(nothingWaits, 'the last of them is saved');
    await window.page.reload();
    expect(await chosen()).toBe(0);
    expect(await world.database.rows('SELECT * FROM "answers"')).toHaveLength(1);
  });
});

function expectText(locator: ReturnType<Window['page']['locator']>, wanted: RegExp): Promise<void> {
  return until(async () => wanted.test(await locator.innerText()), `a text like ${wanted}`);
}
