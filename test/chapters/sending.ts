import { absolute, type Page } from '../support/page';
import { fill, type Given, type Post } from '../support/submit';
import type { Visitor } from '../support/visitor';

/** Sends what a browser would, without following where it leads. */
export function send(visitor: Visitor, { address, pairs }: Post) {
  return visitor.post(address).send(new URLSearchParams(pairs).toString());
}

/** Fills a form and sends it with some of its fields changed behind the page's back; null leaves one out. */
export function tamper(visitor: Visitor, page: Page, button: string | RegExp, given: Given, changes: Record<string, string | null>) {
  const post = fill(page, button, given);
  const kept = post.pairs.filter(([name]) => !Object.hasOwn(changes, name));
  const added = Object.entries(changes).filter((pair): pair is [string, string] => pair[1] !== null);
  return send(visitor, { ...post, pairs: [...kept, ...added] });
}

/** Where an answer leads, without the host. */
export const destination = (answer: { headers: Record<string, string> }): string => absolute(answer.headers['location'] ?? '', '/');

/** Texts that no name may be, with what is said about them. */
export const UNUSABLE: [string, string, RegExp][] = [
  ['nothing', '', /1 to \d+ characters/],
  ['only spaces', ' \u00a0\u3000 ', /1 to \d+ characters/],
  ['only zero-width characters', '\u200b\u200d\ufeff', /1 to \d+ characters/],
  ['300 characters as people see them', '👩‍👩‍👧'.repeat(300), /1 to \d+ characters/],
  ['a character that turns the direction of writing round', 'Kenya \u202egnp', /turn the direction of writing round/],
  ['NUL', 'Ken\u0000ya', /cannot be shown/],
];
