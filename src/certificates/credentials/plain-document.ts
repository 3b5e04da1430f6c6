/**
 * Whether a document is written as this site writes its own. Linked data can say one thing in many ways, and what is signed is the thing,
 * not the spelling; a document is read by its words, so only one spelling is accepted.
 */
import type { JsonObject } from './linked-data';

const MOST_VALUES = 600;
const LONGEST_TEXT = 20_000; // code units, a list of 131,072 places with its compressed half a million bits apart
const DEEPEST = 8;

export function isPlainDocument(document: unknown, contexts: readonly string[], longest = LONGEST_TEXT): document is JsonObject {
  if (!isRecord(document) || JSON.stringify(document['@context']) !== JSON.stringify(contexts)) return false;
  const { '@context': _, ...rest } = document;
  let values = 0;
  const plain = (value: unknown, depth: number): boolean => {
    if (++values > MOST_VALUES || depth > DEEPEST) return false;
    if (typeof value === 'string') return value.length <= longest && value.isWellFormed();
    if (typeof value === 'boolean' || Number.isSafeInteger(value)) return true;
    if (Array.isArray(value)) return value.length > 0 && value.every((one) => plain(one, depth + 1));
    if (!isRecord(value)) return false;
    const entries = Object.entries(value);
    return entries.length > 0 && entries.every(([word, one]) => /^[A-Za-z]+$/.test(word) && plain(one, depth + 1));
  };
  return plain(rest, 0);
}

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
