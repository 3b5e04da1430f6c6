/** A chapter's name in addresses: small Latin letters, digits and single hyphens. */

const LONGEST = 60;
const TAKEN_BY_PAGES = ['new'];

/** What of a name an address can hold; empty when nothing of it can be kept, as with a name in Arabic, Chinese or Russian letters. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
}

export function isSlug(text: string): boolean {
  return text.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !TAKEN_BY_PAGES.includes(text);
}
