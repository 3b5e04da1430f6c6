import { typedNumber, westernDigits } from '../../src/kernel/digits';

describe('digits', () => {
  it.each([
    ['Arabic-Indic', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['extended Arabic-Indic', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['full width', '０１２３４５６７８９', '0123456789'],
    ['Western', '0123456789', '0123456789'],
    ['within words', 'RFC ٧٢٨٢', 'RFC 7282'],
    ['of a script the languages do not use stay', '१२', '१२'],
  ])('%s', (_, text, western) => expect(westernDigits(text)).toBe(western));
});

describe('a typed number', () => {
  it.each([
    ['whole', '128', 128],
    ['with a point', '3.14', 3.14],
    ['with a comma', '3,14', 3.14],
    ['in Arabic digits with the Arabic decimal sign', '٣٫١٤', 3.14],
    ['with the Arabic sign between groups', '١٬٠٠٠', 1000],
    ['with narrow spaces between groups', '1\u202f000', 1000],
    ['with no-break spaces between groups', '1\u00a0000,5', 1000.5],
    ['with apostrophes between groups', '1’000', 1000],
    ['below zero with a true minus', '−5', -5],
    ['below zero with a dash', '–5', -5],
    ['with a plus', '+5', 5],
    ['beginning with its decimal sign', ',5', 0.5],
    ['ending with its decimal sign', '5.', 5],
    ['with spaces around', '  7 ', 7],
  ])('%s', (_, text, number) => expect(typedNumber(text)).toBe(number));

  it.each([
    ['nothing', ''],
    ['a word', 'seven'],
    ['two decimal signs', '1.234,5'],
    ['an exponent', '1e5'],
    ['a hexadecimal number', '0x10'],
    ['a sign alone', '-'],
    ['a decimal sign alone', '.'],
    ['a unit', '128 bits'],
    ['infinity', 'Infinity'],
  ])('%s is none', (_, text) => expect(typedNumber(text)).toBeNull());
});
