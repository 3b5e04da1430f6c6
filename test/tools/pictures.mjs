// npm run pictures: every page of the demo as somebody sees it, on a phone and a desk, light and dark, English and Arabic,
// as pictures/<page>-<look>.png, with one sheet of them all in pictures/index.png. `-- learning lesson` draws pages with that in their name.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { freePort } from '../bench/processes.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OUT = join(ROOT, 'pictures');
const PASSWORD = 'chapterhouse';
/** Where each person begins; from there every link is followed. */
const BEGINNINGS = {
  nobody: ['/', '/sign-in', '/password/forgotten', '/verify', '/nothing-here'],
  wanjiku: ['/learning', '/certificates'],
  halima: ['/learning', '/certificates'],
  esther: ['/learning'],
  yusuf: ['/learning'],
  amara: ['/chapters'],
  steward: ['/chapters', '/chapters/new'],
};
const QUESTIONS = 14;
const WIDTHS = [390, 1280];
const THEMES = ['light', 'dark'];
const LANGUAGES = ['en', 'ar'];
const THUMB = 150;
/** Linked from everywhere; drawn for nobody in particular. */
const ELSEWHERE = ['verify', 'settings', 'welcome'];

const wanted = process.argv.slice(2);
const data = await mkdtemp(join(tmpdir(), 'chapterhouse-pictures-'));
const port = await freePort();
const site = `http://localhost:${port}`;
const server = spawn(process.execPath, ['dist/demo.js'], {
  cwd: ROOT,
  env: { ...process.env, PORT: String(port), DATA_DIR: data },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const browser = await chromium.launch({ executablePath: await executable(), args: ['--no-sandbox'] });
try {
  await answering();
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const pages = await everyPage();
  const drawn = [];
  for (const page of pages) drawn.push(...(await draw(page)));
  await sheet(drawn);
  console.log(`${drawn.length} pictures of ${pages.length} pages in ${OUT}`);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await rm(data, { recursive: true, force: true });
}

async function answering() {
  for (let tries = 0; tries < 500; tries++) {
    if ((await fetch(`${site}/health`).catch(() => null))?.ok) return;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error('The demo does not answer; is it built?');
}

async function executable() {
  return process.env.CHROME_PATH ?? (await import('@sparticuz/chromium')).default.executablePath();
}

/** Whatever links lead to, one page of each kind for each person. */
async function everyPage() {
  const found = new Map();
  for (const [person, beginnings] of Object.entries(BEGINNINGS)) {
    const context = await signedIn(person);
    const tab = await context.newPage();
    const seen = new Set(person === 'nobody' ? [] : ELSEWHERE);
    const waiting = [...beginnings];
    if (person === 'esther') waiting.push(...(await questions(tab)));
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      if (seen.has(kindOf(address))) continue;
      await tab.goto(site + address);
      const here = new URL(tab.url()).pathname;
      const name = `${kindOf(here)}-${person}`;
      seen.add(kindOf(address)).add(kindOf(here));
      if (!found.has(name) && wantedHere(name)) found.set(name, { name, person, address: here });
      const links = await tab.$$eval('a[href^="/"]', (all) => all.map((one) => one.getAttribute('href').replace(/[?#].*$/, '')));
      waiting.push(...links.filter((link) => !link.startsWith('/assets/')));
    }
    await context.close();
  }
  return [...found.values()];
}

/** Begins the quiz that is open for somebody; the addresses of its questions. */
async function questions(tab) {
  await tab.goto(`${site}/learning`);
  await tab.goto(site + (await tab.getAttribute('a[href^="/quizzes/"]', 'href')));
  await Promise.all([tab.waitForNavigation(), tab.click('main form button')]);
  const first = new URL(tab.url()).pathname;
  return Array.from({ length: QUESTIONS }, (_, i) => first.replace(/1$/, String(i + 1)));
}

function wantedHere(name) {
  return !wanted.length || wanted.some((part) => name.includes(part));
}

/** Pages of one kind differ by what they are about: `/lessons/01a2…/rough-consensus/humming` and its neighbours are `lessons`. */
function kindOf(address) {
  const words = address.split('/').filter(Boolean);
  if (words[0] === 'lessons' || words[0] === 'quizzes') return words[0];
  if (words[0] === 'chapters' && words[1] !== 'new') words.splice(1, 1);
  const kind = words.map((word) => (/^[0-9a-f-]{36}$|^[\w-]{22}$|^[0-9A-Z]{4}-/.test(word) ? 'one' : word));
  return kind.join('-') || 'welcome';
}

async function signedIn(person) {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en' });
  if (person === 'nobody') return context;
  const tab = await context.newPage();
  await tab.goto(`${site}/sign-in`);
  await tab.fill('#f-email', `${person}@demo.example`);
  await tab.fill('#f-password', PASSWORD);
  await Promise.all([tab.waitForNavigation(), tab.click('main form button')]);
  await tab.close();
  return context;
}

async function draw({ name, person, address }) {
  const drawn = [];
  const context = await signedIn(person);
  const tab = await context.newPage();
  for (const language of LANGUAGES) {
    await tab.goto(`${site}${address}?language=${language}`);
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: width < 600 ? 844 : 900 });
      for (const colorScheme of THEMES) {
        await tab.emulateMedia({ colorScheme });
        const file = `${name}-${language}-${width}-${colorScheme}.png`.replace(/[^\w.-]+/g, '-');
        await tab.screenshot({ path: join(OUT, file), fullPage: true });
        drawn.push({ name, file, look: `${language} ${width} ${colorScheme}` });
      }
    }
  }
  await context.close();
  return drawn;
}

/** All pictures on one sheet, also as a page to leaf through. */
async function sheet(drawn) {
  const figure = ({ name, file, look }) =>
    `<figure><a href="${file}"><img src="${file}" width="${THUMB}"></a><figcaption>${name}<br>${look}</figcaption></figure>`;
  const style = `body{margin:8px;font:10px sans-serif;display:flex;flex-wrap:wrap;gap:8px}figure{margin:0;width:${THUMB}px}a{display:block;height:${THUMB * 1.4}px;overflow:hidden;border:1px solid #999}`;
  await writeFile(join(OUT, 'index.html'), `<!doctype html><meta charset="utf-8"><style>${style}</style>${drawn.map(figure).join('')}`);
  const tab = await browser.newPage({ viewport: { width: 8 * (THUMB + 8) + 16, height: 900 } });
  await tab.goto(`file://${join(OUT, 'index.html')}`);
  await tab.screenshot({ path: join(OUT, 'index.png'), fullPage: true });
  await tab.close();
}
