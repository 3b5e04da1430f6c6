import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

// Kinds of elements in the tree of a phrase: 0 text, 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural, 7 the number of a plural.
const KINDS = { 1: 'string | number', 2: 'number', 3: 'Date', 4: 'Date', 5: 'string | number', 6: 'number' };

/** The English phrases by key, each with its placeholders and the type of what goes there. */
export function readPhrases(folder) {
  const phrases = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const texts = Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    for (const [key, text] of texts) phrases.set(`${file.replace(/\.json$/, '')}.${key}`, placeholders(text));
  }
  return phrases;
}

function placeholders(text) {
  const found = new Map();
  const walk = (elements) => {
    for (const { type, value, options } of elements) {
      if (!KINDS[type]) continue;
      if (found.get(value) !== 'number') found.set(value, KINDS[type]);
      for (const option of Object.values(options ?? {})) walk(option.value);
    }
  };
  try {
    walk(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  } catch {
    return null; // the tests of the translations say what is wrong with it
  }
  return found;
}
