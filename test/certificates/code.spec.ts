import { newCode, normalise } from '../../src/certificates/code';

describe('the number of a certificate', () => {
  it('is made of eighty random bits', () => {
    expect(newCode(Uint8Array.from({ length: 16 }, (_, i) => i))).toBe('0123-4567-89AB-CDEF');
    expect(newCode(Uint8Array.from({ length: 16 }, (_, i) => i + 16 + 224))).toBe('GHJK-MNPQ-RSTV-WXYZ');
    expect(newCode(new Uint8Array(16).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });

  it('is another one each time, and always one that is understood', () => {
    const codes = Array.from({ length: 2000 }, () => newCode());
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => normalise(code) !== code)).toEqual([]);
  });

  it.each([
    ['as it is printed', '7Q4M-K2XW-9TRD-5HCN'],
    ['in small letters', '7q4m-k2xw-9trd-5hcn'],
    ['without dashes', '7Q4MK2XW9TRD5HCN'],
    ['with spaces', ' 7Q4M K2XW\t9TRD\u00a05HCN\u3000'],
    ['with other dashes', '7Q4M–K2XW—9TRD−5HCN'],
    ['with a line break', '7Q4M-K2XW-\n9TRD-5HCN'],
    ['with signs of writing direction', '\u2068\u200f7Q4M-K2XW-9TRD-5HCN\u2069'],
    ['with Arabic digits', '٧Q٤M-K٢XW-٩TRD-٥HCN'],
    ['with Persian digits', '۷Q۴M-K۲XW-۹TRD-۵HCN'],
    ['in full width', '７Ｑ４Ｍ－Ｋ２ＸＷ－９ＴＲＤ－５ＨＣＮ'],
    ['as the address of its page', 'https://learn.example.org/verify/7Q4M-K2XW-9TRD-5HCN?language=ar'],
  ])('is understood %s', (_, typed) => {
    expect(normalise(typed)).toBe('7Q4M-K2XW-9TRD-5HCN');
  });

  it('takes O for 0, and I and L for 1', () => {
    expect(normalise('OoIi-Ll01-0000-1111')).toBe('0011-1101-0000-1111');
  });

  it.each([
    ['nothing', ''],
    ['only dashes', '----'],
    ['one character too few', '7Q4M-K2XW-9TRD-5HC'],
    ['one character too many', '7Q4M-K2XW-9TRD-5HCNA'],
    ['a U, which the alphabet leaves out', '7Q4M-K2XW-9TRD-5HCU'],
    ['a letter of another script', '7Q4M-K2XW-9TRD-5HCЯ'],
    ['punctuation', '7Q4M-K2XW-9TRD-5HC!'],
    ['an emoji', '7Q4M-K2XW-9TRD-5HC🙂'],
    ['NUL', '7Q4M-K2XW-9TRD-5HC\0'],
    ['something very long', '7'.repeat(100_000)],
  ])('cannot be %s', (_, typed) => {
    expect(normalise(typed)).toBeNull();
  });
});
