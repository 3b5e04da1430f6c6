/** The text in a file, whatever program wrote it: its encoding is told by its first bytes, or by which one makes words of it. */

/** Bytes with which other kinds of files begin: ZIP (and with it XLSX), old Office, PDF, PNG, JPEG, GIF. */
const OTHER_KINDS = ['504b0304', 'd0cf11e0', '25504446', '89504e47', 'ffd8ff', '47494638'];
const ENOUGH = 64 * 1024; // bytes that are looked at to tell an encoding

type Guess = 'windows-1252' | 'windows-1251' | 'windows-1256' | 'gb18030';

/** Null when it is no text. */
export function decoded(bytes: Uint8Array): string | null {
  const first = hex(bytes.subarray(0, 4));
  if (OTHER_KINDS.some((kind) => first.startsWith(kind))) return null;
  const text = new TextDecoder(encodingOf(bytes, first)).decode(bytes);
  return text.includes('\0') ? null : text;
}

function encodingOf(bytes: Uint8Array, first: string): string {
  if (first.startsWith('fffe')) return 'utf-16le';
  if (first.startsWith('feff')) return 'utf-16be';
  const part = bytes.subarray(0, ENOUGH);
  const wide = wideOf(part);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  const scores: [Guess, number][] = [
    ['gb18030', pairs(part)],
    ['windows-1251', share(part, 'windows-1251', isCyrillicWord)],
    ['windows-1256', share(part, 'windows-1256', (text, at) => /[\u0621-\u064a]/.test(text[at]!) && !besideLatin(text, at))],
    ['windows-1252', share(part, 'windows-1252', (text, at) => /\p{L}/u.test(text[at]!) && besideLatin(text, at))],
  ];
  return scores.reduce((best, one) => (one[1] > best[1] ? one : best), ['windows-1252', 0.3] as [Guess, number])[0];
}

/** UTF-16 without its mark: addresses and line ends leave every second byte empty. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const empty = [0, 0];
  bytes.forEach((byte, at) => (empty[at % 2]! += byte === 0 ? 1 : 0));
  const [even = 0, odd = 0] = empty.map((count) => count / Math.max(1, bytes.length / 2));
  if (odd > 0.2 && even < 0.05) return 'utf-16le';
  return even > 0.2 && odd < 0.05 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How many of the letters beyond ASCII make sense where they stand. */
function share(bytes: Uint8Array, encoding: Guess, fits: (text: string, at: number) => boolean): number {
  const text = new TextDecoder(encoding).decode(bytes);
  let [beyond, good] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at]! < '\u0080') continue;
    beyond++;
    if (fits(text, at)) good++;
  }
  return beyond ? good / beyond : 0;
}

const besideLatin = (text: string, at: number): boolean => /[A-Za-z]/.test((text[at - 1] ?? '') + (text[at + 1] ?? ''));

/** A Cyrillic letter among its like; no capital follows a small one, as happens when another alphabet is read as this one. */
function isCyrillicWord(text: string, at: number): boolean {
  const [before, letter, after] = [text[at - 1] ?? '', text[at]!, text[at + 1] ?? ''];
  if (!/[А-яЁё]/.test(letter) || besideLatin(text, at)) return false;
  return !(/[А-ЯЁ]/.test(letter) && /[а-яё]/.test(before)) && /[А-яЁё]/.test(before + after);
}

/** The share of Chinese characters of everyday use (GB 2312, first level) among pairs of bytes; nothing when bytes are left over. */
function pairs(bytes: Uint8Array): number {
  let [all, common] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const [lead, trail] = [bytes[at]!, bytes[at + 1] ?? 0];
    if (lead < 0x80) continue;
    if (lead < 0x81 || trail < 0x40) return 0;
    all++;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common++;
    else if (lead === 0xa1 || lead === 0xa3) common++; // wide punctuation
    at++;
  }
  return all ? common / all : 0;
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
