// npm run pictures: every page of the demo as its people see it, on a phone and on a desk, light and dark, in English and Arabic, as
// pictures/<page>-<language>-<width>-<light>.png; all of them on one sheet, pictures/index.png, and to leaf through in pictures/index.html.
// `npm run pictures -- lesson board` draws the pages that have one of these words in their name.
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startDemo } from './pictures/demo-site.mjs';
import { LOOKS, Hands } from './pictures/hands.mjs';
import { pagesOf } from './pictures/pages.mjs';
import { sheet } from './pictures/sheet.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OUT = join(ROOT, 'pictures');
const AT_ONCE = 2;
const LONGEST_MS = 20 * 60_000; // a busy machine takes several times the usual two minutes
/**
 * What the demo has no page for: an answer for machines, files, a link that only a site without a steward prints, a work that a peer reviews,
 * lines and parts of a page, a letter that a table writes, questions for all chapters, which has none at first, what is there once somebody has
 * brought, written or missed something, and one page about several parts of a role-play.
 */
const NOT_DRAWN = [
  '/health',
  '/steward/:token',
  '/cohorts/:cohort/board.csv',
  '/cohorts/:cohort/works/:work/files/:file',
  '/assignments/:enrolment/:module/:step/files/:file',
  '/assignments/:enrolment/:module/:step/reviews/:review',
  '/assignments/:enrolment/:module/:step/reviews/:review/files/:file',
  '/chapters/:chapter/questions/export/file',
  '/chapters/:chapter/questions/import/taken',
  '/chapters/:chapter/questions/import/template.csv',
  '/chapters/:chapter/quizzes/:slug/statistics.csv',
  ...['/:question', '/:question/history', '/:question/look', '/:question/words/:language'].map((path) => `/questions${path}`),
  ...['/alike', '/export', '/export/file', '/import', '/import/taken', '/import/template.csv', '/new'].map((path) => `/questions${path}`),
  '/remember/:card',
  ...['time', 'removal'].map((page) => `/cohorts/:cohort/sittings/:sitting/${page}`),
  '/tables/:table/seat',
  ...['certificate.pdf', 'badge.png', 'badge.svg', 'picture.png', 'pictures/:picture.png', 'credential.json', 'credential.jwt'].map(
    (file) => `/certificates/:certificate/${file}`,
  ),
  '/certificates/everything.zip',
  '/chapters/:chapter/scenarios/:scenario/folder.zip',
  '/cohorts/:cohort/roll.csv',
  '/kept/:kept/text',
  '/learning/:enrolment/certificate/:module',
  ...['/tables/:table', '/cohorts/:cohort/tables/:table'].flatMap((table) => [
    `${table}/stream`,
    `${table}/fragments/:parts`,
    `${table}/debrief/data.json`,
  ]),
  '/tables/:table/digest/:token',
  ...['preview', 'preview/:role', 'trial', 'trial/record'].map((page) => `/chapters/:chapter/scenarios/:scenario/${page}`),
  ...[
    'clauses/:clause/slots/:slot/removal',
    'clauses/:clause/slots/:slot/options/:option/removal',
    'roles/:role/chair',
    'roles/:role/goals/:goal/removal',
    'roles/:role/script/removal',
    'roles/:role/rules/:rule/removal',
  ].map((page) => `/chapters/:chapter/scenarios/:scenario/${page}`),
  '/.well-known/did.json',
  '/credentials/status/:list',
  ...['preview.webp', 'pictures/:picture.png'].map((file) => `/chapters/:chapter/certificate-design/${file}`),
];

const wanted = process.argv.slice(2);
const began = performance.now();
const demo = await startDemo(ROOT);
const executablePath = process.env.CHROME_PATH ?? (await (await import('@sparticuz/chromium')).default.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let tooLate = false;
const late = setTimeout(() => {
  tooLate = true;
  void browser.close();
}, LONGEST_MS);
try {
  const hands = new Hands(browser, demo);
  const pages = (await pagesOf(hands)).filter(({ name }) => !wanted.length || wanted.some((word) => name.includes(word)));
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const waiting = [...pages];
  const artist = async () => {
    for (let page = waiting.shift(); page && !tooLate; page = waiting.shift()) await hands.draw(page, OUT);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, artist));
  await sheet(browser, OUT, pages, LOOKS);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${pages.length * LOOKS.length} pictures of ${pages.length} pages in ${seconds} s: ${join(OUT, 'index.html')}`);
  complain('faults', hands.faults);
  if (!wanted.length) complain('addresses are on no picture', undrawn());
} catch (error) {
  complain('faults', [tooLate ? `Not ready after ${LONGEST_MS / 60_000} minutes` : error.stack]);
} finally {
  clearTimeout(late);
  await browser.close();
  await demo.stop();
}

function complain(what, lines) {
  if (!lines.length) return;
  console.error(`${lines.length} ${what}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = 1;
}

/** The routes for pages that the code declares and nobody has been to. */
function undrawn() {
  const controllers = readdirSync(join(ROOT, 'src'), { recursive: true }).filter((file) => file.endsWith('.controller.ts'));
  const declared = controllers.flatMap((file) => {
    const text = readFileSync(join(ROOT, 'src', file), 'utf8');
    const said = /@Controller\((.*)\)/.exec(text)?.[1] ?? '';
    const bases = said ? [...said.matchAll(/'([^']*)'/g)].map(([, base]) => base) : [''];
    const paths = [...text.matchAll(/@Get\((?:'(.*)')?\)/g)].map(([, path = '']) => path);
    return bases.flatMap((base) => paths.map((path) => `/${[base, path].filter(Boolean).join('/')}`));
  });
  const seen = demo.routes();
  return declared.filter((route) => !seen.has(route) && !NOT_DRAWN.includes(route)).sort();
}
