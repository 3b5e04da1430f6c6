// Reads PDFs as a reader's program does: paths as arguments; prints, for each, its words, pages, language, tags and attachments as JSON.
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a line, as reading programs order them: what is written from the right was drawn from the left, but not the numbers in it. */
const lineOf = (items) => {
  const seen = items.filter(({ str, width }) => str.trim() || width > 0);
  if (!seen.some(({ dir }) => dir === 'rtl')) return seen.map(({ str }) => str).join('');
  const runs = [];
  for (const item of seen) {
    if (item.dir === 'rtl' || runs.at(-1)?.[0].dir !== 'ltr') runs.push([item]);
    else runs.at(-1).push(item);
  }
  return runs
    .reverse()
    .flatMap((run) => run.map(({ str }) => str))
    .join('');
};

const linesOf = (items) => {
  const lines = [];
  for (const item of items) {
    const last = lines.at(-1);
    const y = item.transform[5];
    if (last && Math.abs(last.y - y) < last.size * 0.6) last.items.push(item);
    else if (item.str.trim()) lines.push({ y, size: Math.abs(item.transform[3]), items: [item] });
  }
  return lines.map(({ items: some }) => lineOf(some));
};

/** What stands in the heading, by the tags of the page. */
const headingOf = (tree, items) => {
  const ids = [];
  const walk = (node, inside) => {
    if (node.type === 'content' && inside) ids.push(node.id);
    for (const child of node.children ?? []) walk(child, inside || /^H\d?$/.test(node.role));
  };
  if (tree) walk(tree, false);
  let current = null;
  const open = [];
  const own = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) open.push((current = item.id ?? current));
    else if (item.type === 'endMarkedContent') {
      open.pop();
      current = open.at(-1) ?? null;
    } else if (ids.includes(current)) own.push(item);
  }
  return linesOf(own).join(' ');
};

const read = async (path) => {
  const document = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0, useSystemFonts: false }).promise;
  const page = await document.getPage(1);
  const { items, lang } = await page.getTextContent({ includeMarkedContent: true });
  const words = items.filter(({ str }) => str !== undefined);
  const tree = await page.getStructTree();
  const { info } = await document.getMetadata();
  const attachments = (await document.getAttachments()) ?? {};
  const [, , width, height] = page.view;
  return {
    pages: document.numPages,
    size: [width, height],
    heading: headingOf(tree, items),
    lines: linesOf(words),
    language: lang,
    title: info.Title,
    marked: (await document.getMarkInfo())?.Marked ?? false,
    tree: JSON.stringify(tree),
    links: (await page.getAnnotations()).map(({ url }) => url),
    attachments: Object.values(attachments).map(({ filename, content }) => ({
      filename,
      content: Buffer.from(content).toString('base64'),
    })),
  };
};

const all = [];
for (const path of process.argv.slice(2)) all.push(await read(path));
process.stdout.write(JSON.stringify(all));
