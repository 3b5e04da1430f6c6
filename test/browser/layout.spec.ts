import type { Page } from 'playwright-core';
import { Certificate } from '../../src/certificates/certificate.entity';
import { carry, chrome, closeChrome } from '../support/browser';
import { LESSONS, type Sheet, type Sheets, show, startSheets } from '../support/trainee-pages';
import { sessionFor } from '../support/visitor';

const LANGUAGES = ['en', 'ar', 'ru', 'xx'] as const;
const WIDTHS = [390, 320] as const;
/** A finger, and what a pointer needs (WCAG 2.2, 2.5.5 and 2.5.8). */
const FINGER = 44;
const POINTER = 24;

let sheets: Sheets;
let looks = 0;
const tabs = new Map<string, Page>();

beforeAll(async () => {
  sheets = await startSheets();
});
afterAll(async () => {
  await closeChrome();
  await sheets.world.stop();
});

/** One phone for each person, used again and again. */
async function phoneOf({ who }: Sheet): Promise<Page> {
  const key = who?.id ?? 'stranger';
  if (!tabs.has(key)) {
    const look = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'en' };
    const context = await (await chrome()).newContext(look);
    if (who) await carry(context, sheets.world.address, await sessionFor(sheets.world, who));
    tabs.set(key, await context.newPage());
  }
  return tabs.get(key)!;
}

const sheetOf = (name: string): Sheet => sheets.sheets.find((one) => one.name === name)!;

/** What sticks out of the page, by the deepest elements that do. Nothing that can be scrolled by itself counts. */
const OVERHANG = (width: number) => `(() => {
  if (document.scrollingElement.scrollWidth <= ${width}) return [];
  const out = [...document.body.querySelectorAll('*')].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width && (right > ${width} + 0.5 || left < -0.5) && !one.closest('.scroll > *, .tabs > *');
  });
  const deepest = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
  return [document.scrollingElement.scrollWidth + ' px', ...deepest.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))];
})()`;

/** Everything that is pressed and is lower than it must be. A link inside a sentence is as high as its line. */
const LOW = (least: number) => `(() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.vh, .skip');
  const words = (one) => one.textContent.replace(/[\\s\\p{P}\\p{S}]+/gu, '');
  const inSentence = (one) => {
    if (one.tagName !== 'A' || getComputedStyle(one).display !== 'inline') return false;
    let around = one.parentElement;
    while (getComputedStyle(around).display === 'inline') around = around.parentElement;
    const links = [...around.querySelectorAll('a')].map(words).join('');
    return words(around).length > links.length;
  };
  const target = (one) => (['radio', 'checkbox'].includes(one.type) ? one.closest('label') : one);
  return [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')]
    .filter((one) => shown(one) && !inSentence(one))
    .filter((one) => Math.round(target(one).getBoundingClientRect().height * 10) / 10 < ${least})
    .map((one) => Math.round(target(one).getBoundingClientRect().height * 10) / 10 + ' px: ' + one.outerHTML.replace(/\\s+/g, ' ').slice(0, 130));
})()`;

describe('on a phone', () => {
  it.each(LANGUAGES)('nothing sticks out, and a finger finds every button, in “%s”', async (language) => {
    const wide: string[] = [];
    const low = new Map<string, string>();
    for (const sheet of sheets.sheets) {
      const page = await phoneOf(sheet);
      await show(page, sheets.world.address, sheet, language);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        looks++;
        const out = (await page.evaluate(OVERHANG(width))) as string[];
        if (out.length) wide.push(`${sheet.name}, ${width}: ${out.join(' | ')}`);
        const found = (await page.evaluate(LOW(sheet.learner ? FINGER : POINTER))) as string[];
        for (const one of found) low.set(one, `${sheet.name}, ${width}: ${one}`);
      }
      await page.setViewportSize({ width: 390, height: 844 });
    }
    expect(wide).toEqual([]);
    expect([...low.values()]).toEqual([]);
  });

  it('every page was looked at in every language', () => {
    console.log(`layout: ${sheets.sheets.length} pages, ${looks} looks, ${LANGUAGES.length} languages, ${WIDTHS.join(' and ')} px`);
    expect(looks).toBe(sheets.sheets.length * LANGUAGES.length * WIDTHS.length);
  });

  it('a planted fault is found', async () => {
    const page = await phoneOf(sheetOf('sign in'));
    await show(page, sheets.world.address, sheetOf('sign in'), 'en');
    const plant = (css: string) =>
      page.evaluate(
        `{ const made = new CSSStyleSheet(); made.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [made]; }`,
      );
    await plant('main h1 { inline-size: 500px }');
    expect(await page.evaluate(OVERHANG(390))).not.toEqual([]);
    await plant('.btn { min-height: 0; padding: 0 }');
    expect(await page.evaluate(OVERHANG(390))).toEqual([]);
    expect(await page.evaluate(LOW(FINGER))).toEqual([expect.stringContaining('btn')]);
  });
});

describe('in Chinese', () => {
  it('the first headline breaks after its comma or not at all', async () => {
    const LINES = `(() => {
      const text = document.querySelector('h1').firstChild;
      const lines = new Map();
      for (let i = 0; i < text.length; i++) {
        const one = document.createRange();
        one.setStart(text, i);
        one.setEnd(text, i + 1);
        const { top } = one.getBoundingClientRect();
        lines.set(top, (lines.get(top) ?? '') + text.data[i]);
      }
      return [...lines.values()];
    })()`;
    const page = await phoneOf(sheetOf('welcome'));
    await show(page, sheets.world.address, sheetOf('welcome'), 'zh');
    for (const width of [320, 360, 390, 600, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const lines = ((await page.evaluate(LINES)) as string[]).join('|');
      expect([width, lines.replace('，|', '，')]).toEqual([width, '了解互联网治理，然后参与其中。']);
    }
    await page.setViewportSize({ width: 390, height: 844 });
  });
});

describe('with a mouse', () => {
  it('no target is lower than a pointer needs', async () => {
    const low = new Set<string>();
    for (const sheet of sheets.sheets) {
      const page = await phoneOf(sheet);
      await show(page, sheets.world.address, sheet, 'en');
      await page.setViewportSize({ width: 1280, height: 900 });
      for (const one of (await page.evaluate(LOW(POINTER))) as string[]) low.add(`${sheet.name}: ${one}`);
      await page.setViewportSize({ width: 390, height: 844 });
    }
    expect([...low]).toEqual([]);
  });
});

describe('on paper', () => {
  it.each(['en', 'ar'] as const)('a certificate is one sheet, wider than high, in “%s”', async (language) => {
    expect(await printed(sheetOf('certificate'), language)).toEqual([[842, 595]]);
  });

  it.each([
    'Wilhelmina Andriamihaja Rakotondrainibe van der Merwe-Oyelaran',
    'Andriantsimitoviaminandriandehibeandriamanitra'.padEnd(60, 'y'),
    'عبد الرحمن بن عبد العزيز بن محمد بن عبد الله بن فيصل آل سعود الكبير',
    '阿卜杜拉希莫夫·买买提江·艾山江·吐尔逊·努尔买买提·阿卜杜热合曼',
    'Александра-Вильгельмина Константиновна', // fewer letters than the ones above, and in the largest type three lines
    'MOHAMMED ABDULWAHAB MWANGI',
    'عبدالرحمن عبدالعزيز محمد',
    'W'.repeat(26),
    'W'.repeat(120),
    '美'.repeat(120),
  ])('a certificate for %s is one sheet in every script', async (name) => {
    const { database, wanjiku } = sheets.world;
    await database.write((write) => write.update(Certificate, { personId: wanjiku.id }, { name }));
    const page = await phoneOf(sheetOf('certificate'));
    for (const language of ['en', 'ar', 'ru', 'zh'] as const) {
      await show(page, sheets.world.address, sheetOf('certificate'), language);
      expect(await page.locator('.cert-txt bdi').first().textContent()).toBe(name);
      expect([language, await sheetsOf(page)]).toEqual([language, [[842, 595]]]);
    }
  });

  it('a certificate is one sheet where the type is wider than ours, too', async () => {
    const { database, wanjiku } = sheets.world;
    await database.write((write) => write.update(Certificate, { personId: wanjiku.id }, { name: 'W'.repeat(15) }));
    const page = await phoneOf(sheetOf('certificate'));
    await show(page, sheets.world.address, sheetOf('certificate'), 'ar');
    await page.evaluate(
      `{ const made = new CSSStyleSheet(); made.replaceSync('.cert-name { letter-spacing: 0.3em !important }'); document.adoptedStyleSheets = [made]; }`,
    );
    expect(await sheetsOf(page)).toHaveLength(1);
  });

  it.each(LESSONS.map((_, i) => `lesson ${i + 1}`))('%s is printed without what leads elsewhere', async (name) => {
    const page = await phoneOf(sheetOf(name));
    await show(page, sheets.world.address, sheetOf(name), 'en');
    await page.emulateMedia({ media: 'print' });
    const shown = `[...document.querySelectorAll('nav, button, summary, header.bar, footer.foot, .skip, [class*=noprint]')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 1).map((one) => one.outerHTML.slice(0, 90))`;
    expect(await page.evaluate(shown)).toEqual([]);
    for (const part of ['.prose', '.sources h2', '.sources li', '.check .fold p'])
      expect([part, await page.evaluate(`document.querySelector('${part}').checkVisibility({ contentVisibilityAuto: true })`)]).toEqual([
        part,
        true,
      ]);
    await page.emulateMedia({ media: null });
    expect((await sheetsOf(page)).length).toBeLessThanOrEqual(6);
  });

  it('a board says who has a certificate', async () => {
    const page = await phoneOf(sheetOf('board'));
    await show(page, sheets.world.address, sheetOf('board'), 'en');
    await page.emulateMedia({ media: 'print' });
    const issued = await page.getByRole('cell', { name: 'Issued' }).locator('a').all();
    expect(issued.length).toBeGreaterThan(0);
    for (const one of issued) expect(await one.isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });
});

async function printed(sheet: Sheet, language: 'en' | 'ar'): Promise<[number, number][]> {
  const page = await phoneOf(sheet);
  await show(page, sheets.world.address, sheet, language);
  return sheetsOf(page);
}

/** Width and height of every sheet of paper, in points; A4 is 595 by 842. */
async function sheetsOf(page: Page): Promise<[number, number][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = [...pdf.matchAll(/\/Type\s*\/Page\b[^s][\s\S]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  expect(pages).toHaveLength(Number(/\/Type\s*\/Pages[\s\S]*?\/Count (\d+)/.exec(pdf)![1]));
  return pages.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
}
