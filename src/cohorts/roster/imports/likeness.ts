import { emailKey } from '../../../kernel/email-address';
import { comparable } from '../../../kernel/text';

/** Addresses and names that may be one person's, although they are not the same. */

/** Letters that look like others: Cyrillic and Greek among Latin ones, digits among letters. */
const LOOKS_LIKE: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  '0': 'o',
  '1': 'l',
  '5': 's',
};

/** One form for addresses that are easily taken for each other: no dots and nothing after a plus before the @, no marks, one letter for all that look like it. */
export function addressLikeness(email: string): string {
  const [, local = '', domain = ''] = /^(.*)@([^@]*)$/s.exec(emailKey(email)) ?? [];
  const person = local.replace(/\+.*$/s, '').replaceAll('.', '').replace(/[_-]/g, '');
  return `${plain(person)}@${domain}`;
}

/** One form for names that differ in capitals, marks, spaces or order only. */
export function nameLikeness(name: string): string {
  return comparable(name).normalize('NFD').replace(/\p{M}/gu, '').split(' ').filter(Boolean).sort().join(' ');
}

function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return [...bare]
    .map((letter) => LOOKS_LIKE[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('l', 'i');
}
