/** What a written question is in the bank: with what is worked out from it for searching and comparing. */
import { Language } from '../../kernel/language';
import { comparable, tidy } from '../../kernel/text';
import { originalTexts, QuestionTexts, searchableText, Written } from '../questions/written';
import { Bound, boundAfter } from './bound';

/** The written half of a bank question. */
export function writtenOf(question: Written): Written {
  const { structure, language, texts, name, externalId, tags, category } = question;
  return { structure, language, texts, name, externalId, tags, category };
}

/** Columns that follow from the words; `key` is the bank's own. */
export function columnsOf(given: Written, key: string, before: (Written & { bound: Bound }) | null) {
  const written = tidied(given);
  const structure = { ...written.structure, key };
  return {
    ...written,
    structure,
    type: structure.type,
    bound: boundAfter(before, written),
    tagLines: `\n${written.tags.map(comparable).join('\n')}\n`,
    stem: comparable(originalTexts(written)['stem'] ?? ''),
    searchable: searchableText(written),
  };
}

/** A file's question laid over the one in the bank: what the file does not say stays, translations above all. */
export function laidOver(before: Written, incoming: Written): Written {
  const name = incoming.name || before.name;
  const tags = incoming.tags.length ? incoming.tags : before.tags;
  return tidied({ ...incoming, name, tags, category: incoming.category || before.category, texts: { ...before.texts, ...incoming.texts } });
}

/** Without blanks around texts, and without texts that say nothing; a tag stands once. */
export function tidied(written: Written): Written {
  const texts = Object.entries(written.texts).flatMap(([language, all]) => {
    const kept = Object.entries(all ?? {}).flatMap(([key, text]) => (tidy(text) ? [[key, tidy(text)] as const] : []));
    return kept.length ? [[language as Language, Object.fromEntries(kept) as QuestionTexts] as const] : [];
  });
  const tags = new Map(written.tags.map((tag) => [comparable(tag), tidy(tag).replace(/\s+/g, ' ')] as const).filter(([key]) => key));
  return {
    ...written,
    texts: Object.fromEntries(texts),
    name: tidy(written.name),
    externalId: written.externalId && tidy(written.externalId) ? tidy(written.externalId) : null,
    tags: [...tags.values()],
    category: written.category.split('/').map(tidy).filter(Boolean).join('/'),
  };
}
