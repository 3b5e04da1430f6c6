import fc from 'fast-check';
import { comparable, graphemes, isBlank, tidy, unshowable } from '../../src/kernel/text';

describe('counting characters', () => {
  it.each([
    ['nothing', '', 0],
    ['plain letters', 'chair', 5],
    ['a letter with a combining accent', 'e\u0301', 1],
    ['a family of four', '👨‍👩‍👧‍👦', 1],
    ['a flag', '🇰🇪', 1],
    ['Arabic with vowel signs', 'سَلَام', 4],
    ['Chinese', '互联网', 3],
  ])('%s', (_, text, count) => expect(graphemes(text)).toBe(count));
});

describe('tidying', () => {
  it.each([
    ['spaces at both ends go', '  a b ', 'a b'],
    ['spaces inside stay', 'a  b', 'a  b'],
    ['Windows line ends become plain ones', 'a\r\nb\rc', 'a\nb\nc'],
    ['a decomposed letter is composed', 'Cafe\u0301', 'Caf\u00e9'],
    ['a byte order mark in front goes', '\ufeffa', 'a'],
  ])('%s', (_, text, tidied) => expect(tidy(text)).toBe(tidied));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(tidy(tidy(text))).toBe(tidy(text))));
  });
});

describe('what cannot be seen', () => {
  it.each([
    ['nothing', '', true],
    ['spaces and line ends', ' \n\t', true],
    ['zero-width characters', '\u200b\u200d\ufeff', true],
    ['a Hangul filler', '\u3164', true],
    ['a Braille blank', '\u2800', true],
    ['one letter between zero-width characters', '\u200ba\u200b', false],
    ['a full stop', '.', false],
  ])('%s', (_, text, blank) => expect(isBlank(text)).toBe(blank));
});

describe('what cannot be shown truthfully', () => {
  it.each([
    ['plain text', 'Wanjiku', null],
    ['text in two directions with marks', 'IETF \u200fمرحبا\u200e', null],
    ['line ends and tabs', 'a\n\tb\r\n', null],
    ['NUL', 'a\u0000', 'control'],
    ['a C1 control', 'a\u0085b', 'control'],
    ['half a surrogate pair', 'a\ud83d', 'surrogate'],
    ['the replacement character', 'a\ufffd', 'surrogate'],
    ['a right-to-left override', 'gpj.\u202eexe', 'direction-override'],
    ['an isolate', '\u2067a\u2069', 'direction-override'],
  ])('%s', (_, text, kind) => expect(unshowable(text)).toBe(kind));
});

describe('comparing what was typed', () => {
  it.each([
    ['capitals', 'ICANN', 'icann'],
    ['spaces', ' private   sector\n', 'private sector'],
    ['full-width letters', 'ＩＥＴＦ', 'ietf'],
    ['composed and decomposed accents', 'gouverne\u0301', 'gouvern\u00e9'],
    ['Arabic vowel signs', 'حَوْكَمَة', 'حوكمة'],
    ['tatweel', 'حـــوكمة', 'حوكمة'],
    ['alef variants', 'أإآا', 'اااا'],
    ['alef maqsura and yeh', 'على', 'علي'],
    ['curly and straight apostrophes', 'l’Internet', "l'internet"],
    ['Cyrillic capitals', 'КОНСЕНСУС', 'консенсус'],
  ])('%s do not count', (_, one, other) => expect(comparable(one)).toBe(comparable(other)));

  it.each([
    ['an accent', 'resume', 'résumé'],
    ['Cyrillic and Latin look-alikes', 'сор', 'cop'],
    ['a missing letter', 'accomodated', 'accommodated'],
    ['a hyphen', 'multi-stakeholder', 'multistakeholder'],
  ])('%s counts', (_, one, other) => expect(comparable(one)).not.toBe(comparable(other)));
});
