/** Whether somebody typed the name that is printed: a paper in one hand and a keyboard that lacks some of its letters. */
import { westernDigits } from '../../kernel/digits';

const LONGEST = 600;

/** Accents of Latin, Greek and Cyrillic letters, Arabic vowel signs and hamza, tatweel. Signs of Indic scripts are letters, and count. */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Letters that no decomposition takes apart, as they are typed where a keyboard lacks them; Arabic letters with a Persian or Urdu twin. */
const LIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ڪ: 'ك',
};
const SILENT = /[\s\p{Z}\p{Cf}\p{P}`´]/gu;

/** What is left of a name when only its letters and digits count. */
function bare(name: string): string {
  const apart = westernDigits(name.normalize('NFKC')).toLowerCase().normalize('NFKD').replace(MARKS, '');
  return [...apart.replace(SILENT, '')]
    .map((letter) => LIKE[letter] ?? letter)
    .join('')
    .normalize('NFC');
}

/** Compatibility forms, case, accents, spaces and punctuation do not count, nor how Arabic letters are spelt; an empty name is nobody's. */
export function sameName(typed: string, printed: string): boolean {
  if (typed.length > LONGEST) return false;
  const name = bare(printed);
  return name !== '' && bare(typed) === name;
}
