/** What publishing a draft makes: what reading it as a folder would give, so that nothing is published that no part of it asks for. */
import { compile, write } from '../../content/folders/folder';
import type { PackageDocument } from '../../content/package';
import { publishable } from '../../content/problem';
import { type Draft, documentOf } from './draft';

/** Null while something stands against it. */
export function publication(draft: Draft): PackageDocument | null {
  const { document, problems } = compile(
    'scenario',
    write(documentOf({ ...draft, structure: { ...draft.structure, status: 'published' } })),
  );
  return publishable(problems) ? document : null;
}
