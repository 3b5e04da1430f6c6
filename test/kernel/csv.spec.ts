import { csv } from '../../src/kernel/csv';

const cell = (text: string) => csv([[text]]).slice(1, -2);

describe('a table for spreadsheets', () => {
  it('begins with the mark of UTF-8 and ends each line with CR LF', () => {
    expect(
      csv([
        ['a', 1],
        ['b', 2.5],
      ]),
    ).toBe('\ufeffa,1\r\nb,2.5\r\n');
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'a "b" c', '"a ""b"" c"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['nothing', '', ''],
    ['Arabic', 'يوسف', 'يوسف'],
  ])('%s', (_, text, written) => {
    expect(cell(text)).toBe(written);
  });

  it.each([
    ['=', '=HYPERLINK("https://evil.example","x")', `"'=HYPERLINK(""https://evil.example"",""x"")"`],
    ['+', '+1+1', "'+1+1"],
    ['-', '-2+3', "'-2+3"],
    ['@', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['CR', '\r=1', `"'\r=1"`],
    ['LF', '\n=1', `"'\n=1"`],
    ['a wide equals sign', '＝1+1', "'＝1+1"],
  ])('what begins with %s is no formula', (_, text, written) => {
    expect(cell(text)).toBe(written);
  });

  it('a number stays a number, also below zero', () => {
    expect(csv([[-3]])).toBe('\ufeff-3\r\n');
  });
});
