import { archive, entriesOf } from '../../../src/content/folders/zip';
import { firstFilled, isModest, partsOfWorkbook, tabbed } from '../../../src/cohorts/roster/reading/workbook';
import { Workbooks } from '../../../src/cohorts/roster/reading/workbooks.service';
import { partsOf, sheetOf, workbook, zipped } from '../../support/workbook';

const PEOPLE = [
  ['Name', 'E-mail'],
  ['Neema Otieno', 'neema@new.example'],
  ['Chloé "Clo" Lefèvre', 'chloe@new.example'],
];
const books = new Workbooks();
const utf16 = (word: string) => Buffer.from(word, 'utf16le');
const compound = (word = '') => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(word)]);
const part = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const big = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, ' ');
const withSheet = (xml: string) => zipped(partsOf({ People: xml }));

describe('a workbook', () => {
  it('is read as rows with tabs, each on its line', async () => {
    const rows = [
      ['Name', 'E-mail'],
      [null, null],
      ['Neema', 'neema@new.example'],
    ];
    expect(await books.read(workbook({ People: rows }))).toEqual({
      text: 'Name\tE-mail\n\t\nNeema\tneema@new.example',
      sheet: null,
      problem: null,
    });
  });

  it('gives dates, numbers, truths and the kept value of a formula as words', async () => {
    const row = [
      new Date('2027-03-01'),
      254_700,
      1.5,
      true,
      { formula: 'HYPERLINK("http://evil.example")', value: 'kept' },
      null,
      'a\tb\nc',
    ];
    expect(await books.read(workbook({ One: [row] }))).toMatchObject({ text: '2027-03-01\t254700\t1.5\ttrue\tkept\t\ta b c' });
  });

  it('gives its first sheet with something in it, and says so when there are several', async () => {
    const book = workbook({ Cover: [], People: PEOPLE, Old: [['x']] });
    expect(await books.read(book)).toMatchObject({ text: expect.stringContaining('neema@new.example') as string, sheet: 'People' });
    expect(await books.read(workbook({ Cover: [], People: PEOPLE }))).toMatchObject({ sheet: null });
    expect(await books.read(workbook({ Nothing: [] }))).toEqual({ text: '', sheet: null, problem: null });
  });

  it('is read although it has macros, pictures and comments in it', async () => {
    const more = [
      part('xl/vbaProject.bin', 'Sub Auto_Open()'),
      part('xl/media/image1.png', 'png'),
      { path: 'docProps/x.xml', bytes: big(20) },
    ];
    expect(await books.read(zipped([...partsOf({ One: sheetOf(PEOPLE) }), ...more]))).toMatchObject({ problem: null });
  });

  it.each<[string, () => Buffer, string]>([
    ['an old one', () => compound(), 'file-old'],
    ['one behind a password', () => compound('EncryptedPackage'), 'file-locked'],
    [
      'one whose parts are behind a password',
      () => zipped(partsOf({ One: sheetOf(PEOPLE) }).map((one) => ({ ...one, flags: 1 }))),
      'file-locked',
    ],
    [
      'one of OpenDocument',
      () => zipped([part('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), part('content.xml', '<x/>')]),
      'file-old',
    ],
    ['one in binary', () => zipped([part('xl/workbook.bin', 'x')]), 'file-old'],
    ['a text document', () => zipped([part('word/document.xml', '<x/>')]), 'file-kind'],
    ['an archive of nothing', () => zipped([]), 'file-kind'],
    ['one that is cut off', () => workbook({ One: PEOPLE }).subarray(0, 900), 'file-broken'],
    ['four bytes', () => Buffer.from('504b0304', 'hex'), 'file-broken'],
    [
      'one that is packed in an unknown way',
      () => zipped(partsOf({ One: sheetOf(PEOPLE) }).map((one) => ({ ...one, method: 99 }))),
      'file-broken',
    ],
    ['one with broken XML', () => withSheet('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v>'), 'file-broken'],
    ['one without its sheet', () => zipped(partsOf({ One: '' }).filter(({ path }) => !path.includes('sheet1'))), 'file-broken'],
    [
      'one that unpacks to 64 megabytes',
      () => zipped([...partsOf({ One: sheetOf(PEOPLE) }), { path: 'xl/sharedStrings.xml', bytes: big(64) }]),
      'file-large',
    ],
    [
      'one that says it is small and is not',
      () => zipped([...partsOf({ One: sheetOf(PEOPLE) }), { path: 'xl/sharedStrings.xml', bytes: big(64), said: 10 }]),
      'file-large',
    ],
    [
      'one with many sheets that are large together',
      () => zipped(partsOf(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`S${at}`, ' '.repeat(1 << 20)])))),
      'file-large',
    ],
    [
      'one with a cell in the last row of all',
      () => withSheet(sheetOf(PEOPLE).replaceAll('A3', 'A1048576').replace('row r="3"', 'row r="1048576"')),
      'file-large',
    ],
    ['one with a cell in the last column of all', () => withSheet(sheetOf(PEOPLE).replace('"A3"', '"XFD3"')), 'file-large'],
    [
      'one with ten thousand files',
      () => zipped([...partsOf({ One: sheetOf(PEOPLE) }), ...Array.from({ length: 10_000 }, (_, at) => part(`x${at}`, ''))]),
      'file-broken',
    ],
  ])('is refused: %s', async (_, file, problem) => {
    expect(await books.read(file())).toEqual({ problem });
  });

  it('of 50,000 rows and of deep XML ends its thread at the most, never the application', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [`Person ${at}`, `p${at}@new.example`]);
    const deep = `<worksheet><sheetData>${'<a>'.repeat(500_000)}`;
    const [long, nested] = [await books.read(workbook({ One: rows })), await books.read(withSheet(deep))];
    expect([long.problem, nested.problem].every((problem) => problem === null || problem.startsWith('file-'))).toBe(true);
    expect(await books.read(workbook({ One: PEOPLE }))).toMatchObject({ problem: null });
  });

  it('waits for the one before it, and is not hurt by it', async () => {
    const [bad, good] = await Promise.all([books.read(zipped([])), books.read(workbook({ One: PEOPLE }))]);
    expect([bad.problem, good.problem]).toEqual(['file-kind', null]);
  });
});

describe('the parts', () => {
  it('an archive that was made lists what was put into it', () => {
    const files = [
      { path: 'a/ü.xml', bytes: Buffer.from('one'), crc: 1 },
      { path: 'b', bytes: Buffer.from(''), crc: 2 },
    ];
    const entries = entriesOf(archive(files))!;
    expect(entries.map(({ path, packed, crc, method }) => [path, Buffer.from(packed).toString(), crc, method])).toEqual([
      ['a/ü.xml', 'one', 1, 0],
      ['b', '', 2, 0],
    ]);
  });

  it('of a workbook in which any one byte was changed are found, or it is refused, and nothing breaks', () => {
    const whole = workbook({ One: PEOPLE });
    for (let place = 0; place < whole.length; place++) {
      const bytes = Buffer.from(whole);
      bytes[place]! ^= 0xff;
      expect(() => partsOfWorkbook(bytes)).not.toThrow();
    }
  });

  it.each([
    ['<row r="1"><c r="A1">', true],
    ['<c r="IV100000">', true],
    ['<c r="IW1">', false],
    ['<row r="100001">', false],
    ["<c r = 'AAAA1'>", false],
    ['<c t="s">', true],
  ])('%s is modest: %s', (xml, modest) => {
    expect(isModest(xml)).toBe(modest);
  });

  it('a cell with quotation marks stays one cell, and spaces alone are nothing', () => {
    expect(tabbed([['a "b"', '  ']])).toBe('"a ""b"""\t');
    expect(firstFilled([{ sheet: 'x', data: [['  ', null]] }])).toBeNull();
  });
});
