/** What stands against publishing a draft, and where in the editor each of it is mended. */
import { compile, write } from '../../content/folders/folder';
import type { Problem } from '../../content/problem';
import { type Draft, documentOf } from './draft';
import { type Place, problemPlace } from './problem-place';

export interface PlacedProblem extends Problem {
  place: Place;
}

/**
 * The problems of what publishing would make, errors first. As with files, words are looked at when the skeleton has no errors: what
 * follows from an error would only confuse.
 */
export function lint(draft: Draft): PlacedProblem[] {
  const files = write(documentOf({ ...draft, structure: apart(draft.structure) }));
  const { problems } = compile('scenario', files);
  const all = problems.map((problem) => ({ ...problem, place: problemPlace(problem, draft, files) }));
  return [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity === 'warning')];
}

/** A part that stands in two places is two parts, as it is once it was stored; a file would otherwise refer from one to the other. */
function apart<T>(structure: T): T {
  return JSON.parse(JSON.stringify(structure)) as T;
}
