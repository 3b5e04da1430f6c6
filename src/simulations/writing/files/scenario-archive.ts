/** A draft as a folder in an archive, to be changed elsewhere and read in again. */
import { opened, packed } from '../../../content/folders/archive';
import { compile, write } from '../../../content/folders/folder';
import type { Files } from '../../../content/folders/opened';
import { readYaml } from '../../../content/folders/yaml';
import { type Problem, publishable } from '../../../content/problem';
import type { ScenarioStructure } from '../../../content/scenario';
import { isLanguage, type Language } from '../../../kernel/language';
import { type Draft, documentOf, type Edited } from '../draft';

/** What the files that are read may weigh together; the longest in the library have a hundred kilobytes. */
const LARGEST = 400_000;
/** So many things that are wrong are told. */
const MOST_TOLD = 60;
/** What systems put into archives by themselves. */
const LITTER = /(^|\/)(__MACOSX|\.[^/]*)(\/|$)|\/$/;

/** An archive that is none of a role-play: a phrase, and the name in the archive that it is about. */
export interface Unreadable {
  key: string;
  path: string;
}

export function archived(draft: Draft): Uint8Array {
  const files = Object.entries(write(documentOf(draft)));
  return packed(Object.fromEntries(files.map(([path, text]) => [`${draft.slug}/${path}`, text])));
}

/** What a draft becomes of an archive; or the first things that are wrong in its files, or what is wrong with itself. */
export type Read = Edited | { problems: Problem[]; more: number } | Unreadable;

/** Only the draft's own language is read. */
export function unarchived(bytes: Uint8Array, { language }: Pick<Draft, 'language'>): Read {
  const found = filesIn(bytes, language);
  if ('key' in found) return found;
  const { files } = found;
  const written = languageIn(files['scenario.yml']!);
  if (written && written !== language) return { key: 'scenarios.folder.other-language', path: 'scenario.yml' };
  const { document, problems } = compile('scenario', files);
  if (!document || !publishable(problems)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    return { problems: errors.slice(0, MOST_TOLD), more: Math.max(0, errors.length - MOST_TOLD) };
  }
  return { structure: { ...(document.structure as ScenarioStructure), status: 'draft' }, texts: document.texts };
}

function filesIn(bytes: Uint8Array, language: Language): { files: Files } | Unreadable {
  const archive = opened(bytes, LARGEST);
  if ('problem' in archive) return { key: archive.problem, path: archive.path };
  const paths = archive.paths.filter((path) => !LITTER.test(path));
  const folder = folderIn(paths);
  if (folder === null) return { key: 'scenarios.folder.none', path: '' };
  const files: Record<string, string> = {};
  for (const path of paths) {
    const name = path.startsWith(folder) ? path.slice(folder.length) : '';
    if (name !== 'scenario.yml' && !name.startsWith(`${language}/`)) continue;
    const part = archive.part(path)!;
    if (part.text === null)
      return { key: part.problem === 'formats.problem.file-large' ? 'scenarios.refusal.too-large' : part.problem, path: name };
    files[name] = part.text;
  }
  return 'scenario.yml' in files ? { files } : { key: 'scenarios.folder.none', path: '' };
}

/** What comes before its paths: nothing, or one folder that holds everything. */
function folderIn(paths: readonly string[]): string | null {
  if (paths.includes('scenario.yml')) return '';
  const found = paths.find((path) => /^[^/]+\/scenario\.yml$/.test(path) && !isLanguage(path.split('/')[0]));
  return found ? `${found.split('/')[0]}/` : null;
}

function languageIn(skeleton: string): Language | null {
  const { root } = readYaml(skeleton);
  const branch = root?.kind === 'map' ? root.entries.get('language') : undefined;
  return branch?.kind === 'scalar' && isLanguage(branch.source) ? branch.source : null;
}
