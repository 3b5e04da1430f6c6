/** A package of QTI: an archive with a list of items, `imsmanifest.xml`. Where there is none, every item in it is read. */
import { opened } from '../../content/folders/archive';
import type { Imported, ImportProblem, ReadFile } from './imported';
import { type Listed, readItem } from './qti-reader';
import { inVersion2 } from './qti-words';
import { readFrom, telling, unread } from './telling';
import { everyBelow, type Element, first, readXml, within, wordsOf } from './xml';

const MANIFEST = 'imsmanifest.xml';
const ITEM = /imsqti_item/i;

export function readQtiPackage(bytes: Uint8Array): ReadFile {
  const archive = opened(bytes);
  if ('problem' in archive) return unread(1, archive.problem, { path: archive.path });
  const questions: Imported[] = [];
  const problems: ImportProblem[] = [];
  const root = archive.paths.filter((path) => /(?:^|\/)imsmanifest\.xml$/.test(path)).sort((a, b) => a.length - b.length)[0];
  const listed = root
    ? itemsIn(archive.part(root)?.text ?? null)
    : archive.paths.filter((path) => /\.xml$/i.test(path)).map((path) => ({ path, id: null, tags: [] }));
  if (!listed) return unread(1, 'formats.problem.package-part', { path: root! });
  const folder = root?.slice(0, -MANIFEST.length) ?? '';
  for (const { path, ...about } of listed) {
    const part = archive.part(`${folder}${path}`);
    const tellIn = (key: ImportProblem['key'], details: ImportProblem['details'] = {}) =>
      void problems.push({ line: 1, key, details: { ...details, path } });
    if (part?.problem) return unread(1, part.problem, { path });
    if (!part) tellIn('formats.problem.package-part');
    else if (root || /<(?:qti-assessment-item|assessmentItem)[\s>]/.test(part.text)) readPart(part.text, about, path, questions, problems);
  }
  if (!listed.length) problems.push({ line: 1, key: 'formats.problem.package-empty', details: {} });
  return readFrom(questions, problems);
}

function readPart(text: string, about: Listed, path: string, questions: Imported[], problems: ImportProblem[]): void {
  const { root, fault } = readXml(text);
  const inPart = (details: ImportProblem['details']) => ({ ...details, path });
  if (!root) return void problems.push({ line: fault.line, key: fault.key, details: inPart({}) });
  const item = inVersion2(root);
  if (item.name !== 'assessmentItem')
    return void problems.push({ line: 1, key: 'formats.problem.xml-other', details: inPart({ name: root.name }) });
  const told = telling();
  const question = readItem(item, about, told.tell);
  problems.push(...told.problems.map((problem) => ({ ...problem, details: inPart(problem.details) })));
  if (question) questions.push(question);
}

/** The items that the list names, in its order, with what it says of them. */
function itemsIn(manifest: string | null): ({ path: string } & Listed)[] | null {
  const { root } = readXml(manifest ?? '');
  if (!root) return null;
  const resources = everyBelow(root, 'resource').filter(({ attributes }) => ITEM.test(attributes.type ?? ''));
  return resources.flatMap((resource) => {
    const href = resource.attributes.href ?? '';
    return href ? [{ path: unescaped(href), ...aboutItem(resource) }] : [];
  });
}

function aboutItem(resource: Element): Listed {
  const general = everyBelow(resource, 'general')[0];
  const said = (element: Element | undefined) => wordsOf(element).replace(/\s+/g, ' ').trim();
  return {
    id: said(first(first(general, 'identifier'), 'entry')) || null,
    tags: [...new Set(within(general, 'keyword').map(said))].filter(Boolean),
  };
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
