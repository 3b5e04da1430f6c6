import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileOf } from './hands.mjs';

const IN_A_ROW = 3;
const HEIGHT = 190;
const SCALE = 0.15;
const LONGEST_MS = 300_000; // two thousand pictures are laid out at once

/** All pictures on one sheet: `index.html` to leaf through, `index.png` to look at. */
export async function sheet(browser, folder, pages, looks) {
  const file = join(folder, 'index.html');
  await writeFile(file, document(pages, looks));
  const width = Math.ceil(IN_A_ROW * (looks.reduce((sum, look) => sum + look.width * SCALE + 4, 0) + 24));
  const tab = await browser.newPage({ viewport: { width, height: 900 } });
  await tab.goto(pathToFileURL(file).href);
  await tab.screenshot({ path: join(folder, 'index.png'), fullPage: true, timeout: LONGEST_MS });
  await tab.close();
}

function document(pages, looks) {
  const thumb = (page) => (look) => {
    const source = fileOf(page, look);
    const title = `${page.name}, ${look.language}, ${look.width}, ${look.light}`;
    return `<a href="${source}" title="${title}"><img src="${source}" width="${Math.round(look.width * SCALE)}" alt="${title}"></a>`;
  };
  const section = (page) => `<section><h2>${page.name}</h2><div>${looks.map(thumb(page)).join('')}</div></section>`;
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title>
<style>
body { margin: 8px; display: flex; flex-wrap: wrap; gap: 16px; font: 12px sans-serif; background: #888; }
h2 { margin: 0 0 2px; font: inherit; color: #fff; }
div { display: flex; gap: 4px; }
a { display: block; height: ${HEIGHT}px; overflow: hidden; }
img { display: block; }
</style>
${pages.map(section).join('\n')}
`;
}
