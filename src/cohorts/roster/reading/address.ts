import { graphemes } from '../../../kernel/text';
import { emailAddress, emailKey, LONGEST_EMAIL } from '../../../kernel/email-address';

/** An e-mail address among other words, as it comes out of spreadsheets, chats and address books. */

/** What may stand around an address and is not part of it. */
const AROUND = `<>()[]{}"'“”«»‹›:;,،؛，；、|`;
/** Bounded, so that a long text without any takes no longer than its length. */
const LOOKS_LIKE_ONE = /[^\s<>()[\]{}"“”«»:;,،؛，；、|@＠]{1,256}[@＠][^\s<>()[\]{}"“”«»:;,،؛，；、|@＠]{1,256}/gu;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** A part of a domain as it is written, and as it is sent. */
const WRITTEN = /^[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Every part of a text that looks like an address, whether or not it is one. */
export function addressesIn(text: string): string[] {
  return (text.match(LOOKS_LIKE_ONE) ?? []).map(bare);
}

/** Without `mailto:`, brackets and full stops around it. */
export function bare(text: string): string {
  return text
    .replace(AROUND, '')
    .replace(/^mailto:/i, '')
    .replace(AROUND, '');
}

/** A text without spaces and these signs at its ends. */
export function within(text: string, signs: string): string {
  let [from, to] = [0, text.length];
  const out = (sign: string) => signs.includes(sign) || /\s/.test(sign);
  while (from < to && out(text[from]!)) from++;
  while (to > from && out(text[to - 1]!)) to--;
  return text.slice(from, to);
}

/** Whether a letter can be sent there. Stricter than the form in which the invited person confirms it, so that nobody is invited who cannot come. */
export function isAddress(text: string): boolean {
  const [key, shown] = [emailKey(text), emailAddress(text)];
  const at = key.lastIndexOf('@');
  const local = key.slice(0, Math.max(0, at));
  if (Math.max(key.length, shown.length) > LONGEST_EMAIL || new TextEncoder().encode(local).length > 64 || !LOCAL.test(local)) return false;
  const labels = key.slice(at + 1).split('.');
  const written = shown.slice(shown.lastIndexOf('@') + 1).split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !written.every((label) => WRITTEN.test(label))) return false;
  return /^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(labels.at(-1)!) && graphemes(written.at(-1)!) > 1;
}
