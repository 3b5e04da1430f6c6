/** The identity of a question for statistics and corrections: the same key, options and words are the same question, in whichever version of a quiz. */
import { canonical } from '../../content/canonical';
import { sha256 } from '../../content/hash';
import type { Texts } from '../../content/package';
import type { Question } from './question';

/** Points, where to read again and tags may change without making another question of it; its words in the original's language may not. 64 hex digits. */
export function questionHash(question: Question, texts: Texts): string {
  const { points: _points, read: _read, tags: _tags, ...skeleton } = question;
  return sha256(canonical({ skeleton, words: ownTexts(question.key, texts) }));
}

/** The words of one question out of those of its quiz, by keys relative to it. */
export function ownTexts(key: string, texts: Texts): Record<string, string> {
  const before = `questions.${key}.`;
  const own = Object.entries(texts).filter(([name]) => name.startsWith(before));
  return Object.fromEntries(own.map(([name, text]) => [name.slice(before.length), text]));
}
