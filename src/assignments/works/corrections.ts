/** What is to be corrected in a work: links always, and what is required or too long when it is handed in. */
import { isBlank, wordsIn } from '../../kernel/text';
import { Assignment } from '../assignment';
import { isLink, linksIn } from './links';

interface Correction {
  field: string;
  key: string;
  details: Record<string, string | number>;
}

export interface Handing {
  text: string;
  /** one on each line */
  links: string;
  /** how many files are there */
  files: number;
  /** in which the text is most likely written */
  language: string;
}

/** A draft is kept however long it is; only its links must be links. */
export function draftCorrections({ links: most }: Assignment, { links }: Pick<Handing, 'links'>): Correction[] {
  const all = linksIn(links);
  const wrong = all.find((link) => !isLink(link));
  if (wrong !== undefined) return [{ field: 'links', key: 'assignments.error.link', details: { link: [...wrong].slice(0, 60).join('') } }];
  return all.length > most ? [{ field: 'links', key: 'assignments.error.links', details: { max: most } }] : [];
}

export function handInCorrections(assignment: Assignment, handing: Handing): Correction[] {
  const { text: asked } = assignment;
  const { text, links, files, language } = handing;
  const words = wordsIn(text, language);
  const missing = asked.need === 'required' && isBlank(text);
  const nothing = !missing && isBlank(text) && linksIn(links).length === 0 && files === 0;
  return [
    ...(missing ? [{ field: 'text', key: 'assignments.error.text', details: {} }] : []),
    ...(words > asked.words && asked.need !== 'none'
      ? [{ field: 'text', key: 'assignments.error.words', details: { words, max: asked.words } }]
      : []),
    ...draftCorrections(assignment, handing),
    ...(nothing ? [{ field: asked.need === 'none' ? 'file' : 'text', key: 'assignments.error.nothing', details: {} }] : []),
  ];
}
