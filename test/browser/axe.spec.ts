import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { carry, chrome, closeChrome } from '../support/browser';
import { type Sheet, type Sheets, show, startSheets } from '../support/trainee-pages';
import { sessionFor } from '../support/visitor';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a darker scheme can change. Colours are the same in every language, so that it is looked at in one. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const LANGUAGES = ['en', 'ar'] as const;
const WIDTHS = [390, 1280] as const;

let sheets: Sheets;
let runs = 0;
const seen = new Set<string>();
const violations: string[] = [];
const tabs = new Map<string, Page>();

beforeAll(async () => {
  sheets = await startSheets();
});
afterAll(async () => {
  await closeChrome();
  await sheets.world.stop();
});

/** One tab for each person, used again and again. */
async function tabOf({ who }: Sheet): Promise<Page> {
  const key = who?.id ?? 'stranger';
  if (!tabs.has(key)) {
    const context = await (await chrome()).newContext({ reducedMotion: 'reduce', locale: 'en' });
    if (who) await carry(context, sheets.world.address, await sessionFor(sheets.world, who));
    tabs.set(key, await context.newPage());
  }
  return tabs.get(key)!;
}

/** What axe finds on the page as it stands, one line for each rule. */
async function findings(page: Page, which = TAGS): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(which)}, resultTypes: ['violations'], preload: false })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 4).map(({ html }) => html.slice(0, 150)).join(' | ')))`;
  runs++;
  return (await page.evaluate(run)) as string[];
}

/** A page in one language at both widths, and its colours in the dark, without loading it again. */
async function look(sheet: Sheet, language: (typeof LANGUAGES)[number]): Promise<void> {
  const page = await tabOf(sheet);
  await show(page, sheets.world.address, sheet, language);
  seen.add(sheet.name);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    note(`${sheet.name}, ${language}, light, ${width}`, await findings(page));
    if (language !== 'en') continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    note(`${sheet.name}, ${language}, dark, ${width}`, await findings(page, COLOURS));
  }
}

function note(where: string, found: readonly string[]): void {
  violations.push(...found.map((one) => `${where}: ${one}`));
}

describe('accessibility, by axe', () => {
  it.each(LANGUAGES)('finds nothing on any page, narrow and wide, light and dark, in “%s”', async (language) => {
    const before = violations.length;
    for (const sheet of sheets.sheets) await look(sheet, language);
    expect(violations.slice(before)).toEqual([]);
  });

  it('finds nothing in what is folded away, either', async () => {
    for (const sheet of sheets.sheets.filter(({ name }) => /^(lesson 1|result, not passed|verify, genuine|board|welcome)$/.test(name))) {
      const page = await tabOf(sheet);
      await show(page, sheets.world.address, sheet, 'en');
      await page.setViewportSize({ width: 390, height: 900 });
      await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true');
      expect([sheet.name, await findings(page)]).toEqual([sheet.name, []]);
    }
  });

  it('was really looking', async () => {
    console.log(`axe: ${seen.size} pages, ${runs} runs, ${violations.length} violations`);
    expect(seen.size).toBe(sheets.sheets.length);
    expect(runs).toBeGreaterThanOrEqual(seen.size * (LANGUAGES.length + 1) * WIDTHS.length);
  });

  it.each([
    ['a label is lost', 'document.querySelector("label[for]").remove()', 'label'],
    [
      'words fade',
      'document.querySelector("main h1").className = "faint"; document.adoptedStyleSheets = [sheetWith(".faint { color: #333 }")]',
      'color-contrast',
    ],
    [
      'two places have one name',
      'document.querySelector("footer").before(document.querySelector("nav").cloneNode(true))',
      'landmark-unique',
    ],
    ['the language is not said', 'document.documentElement.removeAttribute("lang")', 'html-has-lang'],
    [
      'a target is too small',
      'document.adoptedStyleSheets = [sheetWith(".langs a { min-height: 0; height: 9px; line-height: 9px; font-size: 6px }")]',
      'target-size',
    ],
  ])('finds it when %s', async (_, plant, rule) => {
    const sheet = sheets.sheets.find(({ name }) => name === 'sign in')!;
    const page = await tabOf(sheet);
    await page.emulateMedia({ colorScheme: rule === 'color-contrast' ? 'dark' : 'light' });
    await show(page, sheets.world.address, sheet, 'en');
    await page.evaluate(
      `{ const sheetWith = (css) => { const made = new CSSStyleSheet(); made.replaceSync(css); return made; }; ${plant}; }`,
    );
    expect((await findings(page, rule === 'color-contrast' ? COLOURS : TAGS)).map((line) => line.split(':')[0])).toContain(rule);
  });
});
