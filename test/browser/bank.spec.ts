import { setTimeout as later } from 'node:timers/promises';
import type { Route } from 'playwright-core';
import { carry, closeChrome, visit, type Window } from '../support/browser';
import { Keyboard } from '../support/keyboard';
import { read } from '../support/page';
import { sessionFor } from '../support/visitor';
import { startWorld, type World } from '../support/world';

let world: World;
let window: Window;
let keyboard: Keyboard;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await closeChrome();
  await world.stop();
});
beforeEach(async () => {
  window = await visit({ width: 1280 });
  await window.context.addInitScript(`addEventListener('pointerdown', () => (window.pointed = true), true)`);
  await carry(window.context, world.address, await sessionFor(world, world.tomas));
  keyboard = new Keyboard(window.page);
});
afterEach(async () => {
  expect(await window.page.evaluate('window.pointed ?? false')).toBe(false);
  await window.close();
});

const NEW = '/chapters/kenya/questions/new';
/** Opens the form for a new question; it begins in the question. */
const begin = async (query = '') => {
  await window.page.goto(world.address + NEW + query);
  await window.page.waitForSelector('#f-stem:focus');
};
const here = async () => read(await window.page.content());

describe('a question is written with a keyboard alone', () => {
  it('three answers take eight presses besides what they say, and the form for the next one is open', async () => {
    await begin();
    let presses = 0;
    const press = async (...keys: string[]) => {
      presses += keys.length;
      await keyboard.press(...keys);
    };
    const type = (text: string) => window.page.keyboard.type(text);
    await type('How long is an IPv6 address?');
    await press('Tab', 'Tab'); // over the choice of what is right
    if (!(await keyboard.isOn('[name="option.a"]'))) await press('Tab');
    await type('32 bits');
    await press('Enter');
    await type('64 bits');
    await press('Enter');
    await type('128 bits');
    await press('Alt+Enter', 'Control+Enter');
    await window.page.waitForURL(/\/questions\/new\?/);
    expect(presses).toBeLessThanOrEqual(8);
    expect((await here()).main).toContain('Saved.');
    await window.page.waitForSelector('#f-stem:focus');
    const [question] = await world.database.rows<{ structure: string; texts: string }>('SELECT "structure", "texts" FROM "bank_questions"');
    expect(JSON.parse(question!.structure)).toMatchObject({ type: 'single', options: ['a', 'b', 'c'], right: 'c' });
    expect(JSON.parse(question!.texts)).toMatchObject({ en: { 'options.c.text': '128 bits' } });
  });

  it('Enter in the last answer adds one, with names and labels of its own', async () => {
    await window.page.goto(world.address + NEW);
    await window.page.focus('[name="option.d"]');
    await window.page.keyboard.type('Four');
    await keyboard.press('Enter');
    expect(await keyboard.isOn('[name="option.e"]')).toBe(true);
    await window.page.keyboard.type('Five');
    await keyboard.press('Alt+Enter');
    const page = await here();
    expect(page.field('Answer E').value).toBe('');
    expect(await window.page.inputValue('[name="right"]:checked')).toBe('e');
    expect(page.field('Feedback for E').kind).toBe('text');
  });

  it('what it looks like follows what is typed, and a try in it is graded in place', async () => {
    await begin('?type=true-false');
    await window.page.keyboard.type('Anybody may join an IETF list.');
    await window.page.waitForSelector('#preview legend:has-text("Anybody may join an IETF list.")');
    await window.page.waitForSelector('#checks :text("There is no explanation.")');
    await window.page.focus('#f-right [value="true"]');
    await keyboard.press('Space');
    await window.page.waitForSelector('#preview button[value="try"]');
    await window.page.focus('#preview [name="answer"][value="true"]');
    await keyboard.press('Space');
    await window.page.focus('#preview button[value="try"]');
    await keyboard.press('Enter');
    await window.page.waitForSelector('#preview .note.ok');
    expect(new URL(window.page.url()).pathname).toBe(NEW);
    expect(await window.page.inputValue('#f-stem')).toBe('Anybody may join an IETF list.');
    expect(await world.database.rows(`SELECT "id" FROM "bank_questions" WHERE "type" = 'true-false'`)).toEqual([]);
  });

  it('a try that takes its time is graded, although what was typed just before is looked at, too', async () => {
    await begin('?type=true-false');
    const slowly = async (route: Route) => {
      if (route.request().postData()?.includes('do=try')) await later(1_500);
      await route.continue();
    };
    await window.page.route('**/questions/new*', slowly);
    await window.page.keyboard.type('Anybody may speak at an open microphone.');
    await window.page.waitForSelector('#preview legend:has-text("open microphone.")');
    await window.page.evaluate(`{
      document.querySelector('#f-right [value="true"]').click(); // it is looked at in a moment
      document.querySelector('#preview [name="answer"][value="true"]').click();
      document.querySelector('#preview button[value="try"]').click();
    }`);
    await window.page.waitForSelector('#preview .note.ok');
    expect(new URL(window.page.url()).pathname).toBe(NEW);
  });

  it('Escape loses nothing', async () => {
    await begin();
    await window.page.keyboard.type('Half a question');
    await keyboard.press('Escape', 'Escape');
    expect(await window.page.inputValue('#f-stem')).toBe('Half a question');
  });
});
