/** The explanation of a term, placed after the block of text that first uses it. */
import { directionOf, Language } from '../../kernel/language';
import { termsOf } from './links';
import { escaped, Token, token } from './parser';

/** A term's name and what it means, each in its own language when that is not the lesson's. */
export interface GlossaryEntry {
  name: { text: string; language?: Language };
  text: { text: string; language?: Language };
}

export type Glossary = Readonly<Record<string, GlossaryEntry>>;

/** Adds a gloss for each term after the outermost block that uses it first; says which terms were used. */
export function withGlosses(tokens: Token[]): { tokens: Token[]; used: string[] } {
  const used = new Set<string>();
  let waiting: string[] = [];
  const result = tokens.flatMap((next) => {
    const first = termsOf(next).filter((term) => !used.has(term) && used.add(term));
    waiting.push(...first);
    if (next.level > 0 || next.nesting > 0) return [next];
    const glosses = waiting.map((term) => token('gloss', 'aside', 0, { meta: { key: term }, block: true }));
    waiting = [];
    return [next, ...glosses];
  });
  return { tokens: result, used: [...used] };
}

export function printGloss(key: string, { name, text }: GlossaryEntry, around: Language | undefined): string {
  const own = (language?: Language) => (language && language !== around ? ` lang="${language}" dir="${directionOf(language)}"` : '');
  const lines = [`<p class="lab"${own(name.language)}>${escaped(name.text)}</p>`, `<p${own(text.language)}>${escaped(text.text)}</p>`];
  return `<aside class="gloss" id="g-${escaped(key)}">${lines.join('')}</aside>\n`;
}
