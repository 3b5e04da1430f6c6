/** What stands against publishing a draft: found by reading it as its folder would be read. */
import { compile, write } from '../../content/folders/folder';
import type { PackageDocument } from '../../content/package';
import { type Problem, publishable } from '../../content/problem';
import { type Draft, documentOf } from './draft';

export interface Checked {
  problems: Problem[];
  /** What publishing it makes; null while something stands against that. */
  document: PackageDocument | null;
}

export function checked(draft: Draft): Checked {
  const { document, problems } = compile(
    'scenario',
    write(documentOf({ ...draft, structure: { ...draft.structure, status: 'published' } })),
  );
  return { problems, document: publishable(problems) ? document : null };
}
