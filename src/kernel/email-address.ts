/** E-mail addresses, however they were typed: the one to write to, and the one form in which all ways of typing it are the same. */
import { domainToASCII, domainToUnicode } from 'node:url';

/** RFC 5321, as its erratum 1690 reads it. */
export const LONGEST_EMAIL = 254;

/** What the name of a host cannot hold, and would end it early. */
const NO_DOMAIN = /[\s/\\?#:%@[\]]/;

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const UNSEEN_BUT_JOINERS = /[^\P{Default_Ignorable_Code_Point}\u200c\u200d]/gu; // a Persian domain can have a meaning only with them

/** The address as it is written to and shown: plain letters for wide and joined ones, nothing invisible, the domain in small letters. */
export function emailAddress(typed: string): string {
  const { local, domain } = parts(typed);
  return domain === null ? local : `${local}@${named(domain, domainToUnicode)}`;
}

/** The address as it is compared: also without regard to capitals before the @, and the domain in ASCII (UTS 46), where its two spellings meet. */
export function emailKey(typed: string): string {
  const { local, domain } = parts(typed);
  const person = plain(local.toLowerCase(), UNSEEN).replaceAll('ς', 'σ');
  return domain === null ? person : `${person}@${named(domain, domainToASCII)}`;
}

function parts(typed: string): { local: string; domain: string | null } {
  const text = typed.normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  if (at < 0) return { local: plain(text, UNSEEN), domain: null };
  return { local: plain(text.slice(0, at), UNSEEN), domain: plain(text.slice(at + 1).toLowerCase(), UNSEEN_BUT_JOINERS) };
}

/** One of the two spellings of a domain; what cannot be a domain stays as it is. */
function named(domain: string, spelling: (domain: string) => string): string {
  return NO_DOMAIN.test(domain) || !domainToASCII(domain) ? domain : spelling(domain);
}

/** Compatibility forms as the letters they stand for, without what has no width, such as the marks of direction that are copied along. */
const plain = (text: string, unseen: RegExp): string => text.normalize('NFKC').replace(unseen, '').normalize('NFKC').trim();
