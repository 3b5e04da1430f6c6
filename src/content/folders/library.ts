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

/** All packages of a library, what they refer to last, and everything that is wrong in them or between them. */
export function compileLibrary(files: Files): { packages: LibraryPackage[]; problems: Problem[] } {
  const places = new Map(Object.keys(files).flatMap((path) => (placeOf(path) ? [[nameOf(placeOf(path)!), placeOf(path)!] as const] : [])));
  const lost = Object.keys(files).filter((path) => !placeOf(path));
  const problems = lost.map((path) => problem(path, null, 'content.problem.unknown-file'));
  const packages = [...places.values()].map((place) => {
    const { document, translations, problems: found } = compile(place.kind, filesIn(files, place));
    problems.push(...found.map((each) => ({ ...each, file: place.folder + each.file })));
    if (document && document.slug !== place.slug)
      problems.push(problem(place.folder, null, 'content.problem.slug-differs', { slug: document.slug }));
    return { kind: place.kind, slug: place.slug, document, translations };
  });
  problems.push(...crossCheck(packages.flatMap(({ document }) => (document ? [document] : []))));
  return { packages, problems };
}

function placeOf(path: string): Place | null {
  const [top, slug, ...rest] = path.split('/');
  if (top === 'modules' && rest.length > 0) return { kind: 'module', slug: slug!, folder: `modules/${slug}/` };
  if (top === 'quizzes' && rest.length > 0) return { kind: 'quiz', slug: slug!, folder: `quizzes/${slug}/` };
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
