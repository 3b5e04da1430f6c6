import { carry, closeChrome, visit, type Window } from '../support/browser';
import { Keyboard } from '../support/keyboard';
import { read } from '../support/page';
import { type Sheet, type Sheets, show, startSheets } from '../support/trainee-pages';
import { PASSWORD, sessionFor } from '../support/visitor';
import { invitationTo } from '../support/world';

let sheets: Sheets;
let window: Window;
let keyboard: Keyboard;

beforeAll(async () => {
  sheets = await startSheets();
});
afterAll(async () => {
  await closeChrome();
  await sheets.world.stop();
});
beforeEach(async () => {
  window = await visit({ width: 1280 });
  await window.context.addInitScript(`addEventListener('pointerdown', () => (window.pointed = true), true)`);
  keyboard = new Keyboard(window.page);
});
afterEach(async () => {
  expect(await window.page.evaluate('window.pointed ?? false')).toBe(false);
  await window.close();
  expect(keyboard.unseen).toEqual([]);
});

const here = async () => read(await window.page.content());
const sheetOf = (name: string): Sheet => sheets.sheets.find((one) => one.name === name)!;

/** Opens a page as its person does. */
async function sit(name: string): Promise<void> {
  const sheet = sheetOf(name);
  if (sheet.who) await carry(window.context, sheets.world.address, await sessionFor(sheets.world, sheet.who));
  await show(window.page, sheets.world.address, sheet);
}

describe('with a keyboard alone', () => {
  it('the first thing on every page leads to what it is about', async () => {
    await sit('sign in');
    await keyboard.tabTo('.skip');
    expect(keyboard.stops).toBe(1);
    await keyboard.press('Enter', 'Tab');
    expect(await window.page.evaluate(`document.querySelector('main').contains(document.activeElement)`)).toBe(true);
  });

  it('somebody signs in', async () => {
    await sit('sign in');
    await keyboard.tabTo('#f-email');
    await keyboard.type(sheets.world.mei.email);
    await keyboard.tabTo('#f-password');
    await keyboard.type(PASSWORD);
    await keyboard.go();
    expect(new URL(window.page.url()).pathname).toBe('/learning');
  });

  it('somebody joins, corrects a mistake, and reads on', async () => {
    await window.page.goto(sheets.world.address + (await invitationTo(sheets.world, sheets.world.cohort)));
    await keyboard.tabTo('#f-name');
    await keyboard.type('Njeri Wambui');
    await keyboard.tabTo('#f-email');
    await keyboard.type('njeri@example.org');
    await keyboard.tabTo('#f-password');
    await keyboard.type('short');
    await keyboard.tabTo('main form button');
    await keyboard.go();
    expect((await here()).errors).toHaveLength(1);
    await keyboard.tabTo('[role=alert] a');
    await keyboard.press('Enter');
    expect(await keyboard.isOn('#f-password')).toBe(true); // the line of the summary leads to its field
    await keyboard.type(PASSWORD);
    await keyboard.go();
    expect((await here()).status).toBe(200);
    await keyboard.tabTo('main button.next');
    await keyboard.go();
    expect(new URL(window.page.url()).pathname).toMatch(/^\/lessons\/.*\/what-rough-means$/);
  });

  it('a language is chosen', async () => {
    await sit('learning, not begun');
    await keyboard.tabTo('details.menu summary');
    await keyboard.press('Enter');
    await keyboard.tabTo('a[lang=fr]');
    await keyboard.go();
    expect((await here()).language).toBe('fr');
  });
});

describe('a question is answered with a keyboard alone:', () => {
  const saved = async (name: string): Promise<string[]> => {
    await sit(name);
    return window.page.evaluate(
      `[...document.querySelectorAll('main input:checked, main select, main .order [type=hidden], main input.in')].map((one) => one.value)`,
    );
  };
  const send = async () => {
    await keyboard.tabTo('main form button.btn[name=go][value=next]');
    await keyboard.go();
  };

  it('one of several', async () => {
    await sit('question, single');
    await keyboard.tabTo('input[type=radio]');
    await keyboard.press('Space', 'ArrowDown');
    const chosen = (await window.page.evaluate('document.activeElement.value')) as string;
    await send();
    expect(await saved('question, single')).toEqual([chosen]);
  });

  it('several of a list', async () => {
    await sit('question, multiple');
    await keyboard.tabTo('input[type=checkbox]');
    await keyboard.press('Space');
    await keyboard.tabTo('input[type=checkbox]');
    await keyboard.press('Space');
    await send();
    expect(await saved('question, multiple')).toHaveLength(2);
  });

  it('pairs', async () => {
    await sit('question, matching');
    const lists = await window.page.locator('main select').count();
    for (let list = 0; list < lists; list++) {
      await keyboard.tabTo('main select');
      await keyboard.press('ArrowDown', ...Array<string>(list).fill('ArrowDown'));
    }
    await send();
    expect(new Set(await saved('question, matching')).size).toBe(lists);
  });

  it('an order', async () => {
    const before = await saved('question, ordering');
    await keyboard.tabTo('main .order li:nth-child(3) button[name=up]');
    await keyboard.go();
    expect(await saved('question, ordering')).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
  });

  it('a number', async () => {
    await sit('question, number');
    await keyboard.tabTo('input[name=answer]');
    await keyboard.press('Control+a');
    await keyboard.type('12');
    await keyboard.go();
    expect(await saved('question, number')).toEqual(['12']);
  });

  it('gaps in a text', async () => {
    await sit('question, gap text');
    await keyboard.tabTo('main .gaptext select');
    await keyboard.press('ArrowDown');
    await keyboard.tabTo('main .gaptext input');
    await keyboard.type('accommodated');
    await send();
    const [choice, typed] = await saved('question, gap text');
    expect([choice === '', typed]).toEqual([false, 'accommodated']);
  });

  it('and handed in', async () => {
    await sit('all answers');
    await keyboard.tabTo('main form[action$="/hand-in"] button');
    await keyboard.go();
    await keyboard.tabTo('main form[method=post] button'); // some questions are open, so it asks again
    await keyboard.go();
    expect(new URL(window.page.url()).pathname).toMatch(/\/result$/);
    await sit('question, number');
    expect(new URL(window.page.url()).pathname).toMatch(/\/result$/); // and it cannot be answered any more
  });

  it('and the name on the certificate is put right', async () => {
    await sit('certificate name');
    await keyboard.tabTo('#f-name');
    await keyboard.press('Control+a');
    await keyboard.type('Halima Yusuf Abdi');
    await keyboard.go();
    expect(new URL(window.page.url()).pathname).toMatch(/^\/certificates\/[^/]+$/);
    expect(await window.page.locator('.cert-txt bdi').first().textContent()).toBe('Halima Yusuf Abdi');
  });
});

describe('the focus', () => {
  it.each(['welcome', 'lesson 2', 'result, not passed', 'certificate', 'board', 'new cohort', 'verify, genuine'])(
    'is seen at every stop, and leaves at the end: %s',
    async (name) => {
      await sit(name);
      expect((await keyboard.through()).length).toBeGreaterThan(5);
    },
  );

  it('that cannot be seen is found', async () => {
    await sit('sign in');
    await window.page.evaluate(
      `{ const made = new CSSStyleSheet(); made.replaceSync('* { outline: 0 !important; box-shadow: none !important; transition: none !important }'); document.adoptedStyleSheets = [made]; }`,
    );
    await keyboard.tabTo('main form button');
    expect(keyboard.unseen.splice(0)).not.toEqual([]);
  });
});
