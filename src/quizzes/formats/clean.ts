/** A question as every format can hold it: clean texts, one tag once, a name of its own or from its stem. */
import type { Imported } from './imported';
import { cleaned, onOneLine, shortened } from './names';

export function clean(question: Imported): Imported {
  const tidy = cleanAll(question) as Imported;
  return {
    ...tidy,
    name: onOneLine(tidy.name) || shortened(tidy.stem),
    id: tidy.id === null ? null : onOneLine(tidy.id) || null,
    tags: [...new Set(tidy.tags.map(onOneLine).filter(Boolean))],
    category: tidy.category.map(onOneLine).filter(Boolean),
  };
}

/** −0 is 0: no file keeps the difference. */
function cleanAll(value: unknown): unknown {
  if (typeof value === 'string') return cleaned(value);
  if (Array.isArray(value)) return value.map(cleanAll);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleanAll(each)]));
  return value === 0 ? 0 : value;
}
