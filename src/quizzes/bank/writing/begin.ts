/** How a form begins: empty, like the one before it, or as it was posted. */
import { isLanguage, Language } from '../../../kernel/language';
import { Written } from '../../questions/written';
import { Draft, emptyDraft, typeOf, withRows } from './draft';

/** A new question; an address may say of which type, in which language, and where it belongs. */
export function newDraft(query: Record<string, unknown>, language: Language): Draft {
  const said = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 500) : '');
  const asked = said('language');
  return withRows({
    ...emptyDraft(),
    type: typeOf({ type: said('type') }),
    language: isLanguage(asked) ? asked : language,
    tags: said('tags'),
    category: said('category'),
  });
}

/** Whoever writes one question after another goes on with the same type in the same place. */
export function nextQuery({ structure, language, tags, category }: Written): string {
  const given = { type: structure.type, language, tags: tags.join(', '), category };
  return `?${new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString()}`;
}

/** What belongs to the question in a posted form. */
export function draftIn(values: Draft): Draft {
  const names = Object.keys(emptyDraft()) as (keyof Draft)[];
  return Object.fromEntries(names.map((name) => [name, values[name]])) as unknown as Draft;
}
