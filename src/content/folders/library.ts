/** A library: the folders of many packages side by side, which name each other. */
import { PackageKind } from '../package';
import { Problem, problem } from '../problem';
import { crossCheck } from './cross-check';
import { compile } from './folder';
import { Compiled, Files } from './opened';

export interface LibraryPackage extends Omit<Compiled, 'problems'> {
  kind: PackageKind;
  slug: string;
}

interface Place {
  kind: PackageKind;
  slug: string;
  /** what comes before the package's own paths */
  folder: string;
}

/** All packages of a library, and everything that is wrong in them or between them. */
export function compileLibrary(files: Files): { packages: LibraryPackage[]; problems: Problem[] } {
  const places = new Map(Object.keys(files).flatMap((path) => (placeOf(path) ? [[nameOf(placeOf(path)!), placeOf(path)!] as const] : [])));
  const lost = Object.keys(files).filter((path) => !placeOf(path));
  const compiled = [...places.values()].map((place) => compilePlace(files, place));
  const between = crossCheck(compiled.flatMap(({ document }) => (document ? [document] : [])));
  const problems = [
    ...lost.map((path) => problem(path, null, 'content.problem.unknown-file')),
    ...compiled.flatMap((each) => each.problems),
    ...between.filter((each) => !isAboutBroken(each, places)),
  ];
  return { packages: compiled.map(({ kind, slug, document, translations }) => ({ kind, slug, document, translations })), problems };
}

function compilePlace(files: Files, { kind, slug, folder }: Place): LibraryPackage & Compiled {
  const { document, translations, problems: found } = compile(kind, filesIn(files, { kind, slug, folder }));
  const problems = found.map((each) => ({ ...each, file: folder + each.file }));
  if (document && document.slug !== slug) problems.push(problem(folder, null, 'content.problem.slug-differs', { slug: document.slug }));
  return { kind, slug, document, translations, problems };
}

/** A package that is there, but cannot be read, is not missing. */
function isAboutBroken({ key, details }: Problem, places: ReadonlyMap<string, Place>): boolean {
  return key === 'content.problem.unknown-package' && places.has(`${details['kind']}:${details['slug']}`);
}

const SHELVES = { modules: 'module', quizzes: 'quiz', scenarios: 'scenario', assignments: 'assignment' } as const;

function placeOf(path: string): Place | null {
  const [top, slug, ...rest] = path.split('/');
  const kind = Object.hasOwn(SHELVES, top!) ? SHELVES[top as keyof typeof SHELVES] : null;
  if (kind && rest.length > 0) return { kind, slug: slug!, folder: `${top}/${slug}/` };
  const programme = top === 'programmes' && rest.length === 0 ? /^(.+)\.yml$/.exec(slug ?? '') : null;
  return programme ? { kind: 'programme', slug: programme[1]!, folder: 'programmes/' } : null;
}

const nameOf = ({ kind, slug }: Place) => `${kind}:${slug}`;

function filesIn(files: Files, place: Place): Files {
  const mine = Object.entries(files).filter(([path]) => {
    const other = placeOf(path);
    return other !== null && nameOf(other) === nameOf(place);
  });
  return Object.fromEntries(mine.map(([path, text]) => [path.slice(place.folder.length), text]));
}
