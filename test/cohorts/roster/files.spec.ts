import { decoded } from '../../../src/cohorts/roster/reading/decoding';
import { RosterImport } from '../../../src/cohorts/roster/imports/roster-import.entity';
import { newId } from '../../../src/kernel/identifier';
import { arrive } from '../../support/page';
import { as, stranger } from '../../support/visitor';
import { partsOf, sheetOf, workbook, zipped } from '../../support/workbook';
import { type LearningWorld, startLearning } from '../../support/world';

const RUSSIAN = 'ФИО;Почта\r\nАнна Петрова;anna@example.org\r\nИгорь Ким;igor@example.org\r\n';
const FRENCH = 'Nom;Courriel\r\nChloé Lefèvre;chloe@example.org\r\nFrançois Noël;noel@example.org\r\n';
const ARABIC = 'الاسم;البريد\r\nيوسف خوري;yusuf@example.org\r\nنور حداد;nour@example.org\r\n';
const CHINESE = '姓名,邮箱\r\n陈美,mei@example.org\r\n李伟,wei@example.org\r\n';

/** The bytes of a text in an encoding of one byte for each letter, found by reading all bytes. */
function bytesIn(encoding: string, text: string): Buffer {
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((letter) => letters.get(letter)!));
}

/** The same for GB18030, two bytes for each letter. */
function bytesInGb(text: string): Buffer {
  const letters = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0xa1; lead < 0xf8; lead++)
    for (let trail = 0xa1; trail < 0xff; trail++) letters.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from([...text].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : letters.get(letter)!)));
}

const wide = (text: string, big = false) => (big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));

const PEOPLE = [
  ['Name', 'E-mail'],
  ['Neema Otieno', 'neema@new.example'],
  ['Chloé Lefèvre', 'chloe@new.example'],
];
const crowd = (count: number) => Array.from({ length: count }, (_, at) => [`Person ${at}`, `p${at}@crowd.example`]);
const bomb = () =>
  zipped([...partsOf({ One: sheetOf(PEOPLE) }), { path: 'xl/sharedStrings.xml', bytes: Buffer.alloc(64 << 20), said: 10 }]);

describe('the encoding of a file', () => {
  it.each<[string, string, Buffer]>([
    ['UTF-8', RUSSIAN, Buffer.from(RUSSIAN)],
    ['UTF-8 with its mark', ARABIC, Buffer.from(`\ufeff${ARABIC}`)],
    ['UTF-16 as Excel writes it', CHINESE, wide(`\ufeff${CHINESE}`)],
    ['UTF-16, the other way round', ARABIC, wide(`\ufeff${ARABIC}`, true)],
    ['UTF-16 without a mark', RUSSIAN, wide(RUSSIAN)],
    ['UTF-16 without a mark, the other way round', FRENCH, wide(FRENCH, true)],
    ['Windows-1252', FRENCH, bytesIn('windows-1252', FRENCH)],
    ['Windows-1251', RUSSIAN, bytesIn('windows-1251', RUSSIAN)],
    ['Windows-1251, capitals', RUSSIAN.toUpperCase(), bytesIn('windows-1251', RUSSIAN.toUpperCase())],
    ['Windows-1256', ARABIC, bytesIn('windows-1256', ARABIC)],
    ['GB18030', CHINESE, bytesInGb(CHINESE)],
    ['ASCII', 'a@b.org', Buffer.from('a@b.org')],
  ])('is told: %s', (_, text, bytes) => {
    expect(decoded(bytes)).toBe(text);
  });

  it.each<[string, Buffer]>([
    ['a workbook', Buffer.from('504b030414000600', 'hex')],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 65, 66])],
  ])('%s is no text', (_, bytes) => {
    expect(decoded(bytes)).toBeNull();
  });
});

describe('a file with people', () => {
  let world: LearningWorld;
  let address: string;
  beforeAll(async () => {
    world = await startLearning();
    address = `/cohorts/${world.cohort.id}/roster/imports`;
  });
  afterAll(() => world.stop());

  const part = (name: string, bytes: Buffer | string, file: string | null = null) =>
    Buffer.concat([
      Buffer.from(`--XYZ\r\nContent-Disposition: form-data; name="${name}"${file === null ? '' : `; filename="${file}"`}\r\n\r\n`),
      Buffer.from(bytes as string),
      Buffer.from('\r\n'),
    ]);
  const post = async (parts: Buffer[], more: { who?: typeof world.amara; end?: string; to?: string } = {}) => {
    const visitor = more.who === undefined ? as(world, world.amara) : as(world, more.who);
    const body = Buffer.concat([...parts, Buffer.from(more.end ?? '--XYZ--\r\n')]);
    const answer = await visitor
      .post(more.to ?? address)
      .set('content-type', 'multipart/form-data; boundary=XYZ')
      .send(body);
    return arrive(visitor, answer, address);
  };
  const form = () => part('form', newId());
  const lists = async () => (await world.database.read(RosterImport).find({ select: { id: true } })).length;

  it('is read as if it had been pasted', async () => {
    const page = await post([form(), part('text', ''), part('file', wide(`\ufeff${ARABIC}`), 'قائمة.csv')]);
    expect([page.status, page.main]).toEqual([200, expect.stringContaining('Rows in the list: 2. Ready to go in: 2.')]);
    expect(page.rows('يوسف خوري').length).toBeGreaterThan(0);
  });

  it('may be a workbook: of several sheets the first with people is read, and the page says which', async () => {
    const file = workbook({ Cover: [], Members: PEOPLE, Others: [['Somebody', 'else@new.example']] });
    const page = await post([form(), part('text', ''), part('file', file, 'قائمة.xlsx')]);
    expect([page.status, page.main]).toEqual([200, expect.stringContaining('Rows in the list: 2. Ready to go in: 2.')]);
    expect(page.main).toContain('Read from the sheet Members. Other sheets have something in them, too');
    expect(page.rows('Neema Otieno').join(' ')).toContain('neema@new.example');
    expect(page.html).not.toContain('else@new.example');
  });

  it('may be a workbook with macros, formulas, dates and numbers; rows are told by their numbers in it', async () => {
    const rows = [
      ['Name', 'E-mail', 'Since', 'Number'],
      [{ formula: 'A1&"x"', value: '=HYPERLINK("x")' }, 'formula@new.example', new Date('2027-01-31'), 254_700_000],
      [null, null, null, null],
      ['Bad', 'row', null, true],
    ];
    const file = zipped([...partsOf({ One: sheetOf(rows) }), { path: 'xl/vbaProject.bin', bytes: Buffer.from('Sub Auto_Open()') }]);
    const page = await post([form(), part('text', ''), part('file', file, 'x.xlsm')]);
    expect(page.rows('formula@new.example').join(' ')).toContain('=HYPERLINK');
    expect(page.rows(/Line 4:/)).toHaveLength(1);
    expect(page.html).not.toContain('A1&amp;');
  });

  it('is not needed: the text is read when no file was chosen', async () => {
    const page = await post([form(), part('text', 'typed@new.example'), part('file', '', '')]);
    expect(page.main).toContain('Rows in the list: 1.');
  });

  it('keeps a formula as the words that it is, and tells the rows by their lines', async () => {
    const page = await post([
      form(),
      part('text', ''),
      part('file', 'Name,E-mail\n=HYPERLINK("http://evil.example"),formula@new.example\nBad,row', 'x.csv'),
    ]);
    expect(page.rows('formula@new.example')).toEqual([expect.stringContaining('=HYPERLINK')]);
    expect(page.rows(/Line 3:/)).toHaveLength(1);
  });

  it.each<[string, () => Buffer[], string | undefined, number, RegExp]>([
    [
      'a workbook that is cut off',
      () => [form(), part('text', ''), part('file', workbook({ One: PEOPLE }).subarray(0, 800), 'x.xlsx')],
      undefined,
      422,
      /damaged or cut off. Save it again as XLSX or CSV/,
    ],
    [
      'an old workbook',
      () => [form(), part('text', ''), part('file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'x.xls')],
      undefined,
      422,
      /not read here. Save it as XLSX or CSV/,
    ],
    [
      'a workbook that unpacks to more than there is room for',
      () => [form(), part('text', ''), part('file', bomb(), 'x.xlsx')],
      undefined,
      422,
      /too much in this workbook/,
    ],
    [
      'a workbook of 501 people',
      () => [form(), part('text', ''), part('file', workbook({ One: crowd(501) }), 'x.xlsx')],
      undefined,
      422,
      /There are 501 rows in this list. Bring up to 500/,
    ],
    [
      'a workbook of 40,000 people',
      () => [form(), part('text', ''), part('file', workbook({ One: crowd(40_000) }), 'x.xlsx')],
      undefined,
      422,
      /Bring up to 500 people|up to 500 people/,
    ],
    [
      'a workbook with nobody in it',
      () => [form(), part('text', ''), part('file', workbook({ One: [] }), 'x.xlsx')],
      undefined,
      422,
      /at least one name/,
    ],
    ['nothing in it', () => [form(), part('text', ''), part('file', ' \n', 'x.csv')], undefined, 422, /at least one name/],
    [
      'more than a megabyte',
      () => [form(), part('text', ''), part('file', Buffer.alloc(1_200_000, 97), 'x.csv')],
      undefined,
      413,
      /500 people at a time/,
    ],
    ['a form that is cut off', () => [form(), part('text', 'a@b.org')], '', 400, /could not be read/],
    ['a file where none belongs', () => [form(), part('text', 'a@b.org', 'x')], undefined, 422, /does not belong to it/],
    ['a field twice', () => [form(), part('text', 'a@b.org'), part('text', 'c@d.org')], undefined, 400, /could not be read/],
    ['a field nobody declared', () => [form(), part('text', 'a@b.org'), part('steward', 'yes')], undefined, 422, /does not belong to it/],
    ['a field without a name', () => [form(), part('', 'a@b.org')], undefined, 400, /could not be read/],
  ])('refused: %s', async (_, parts, end, status, sentence) => {
    const before = await lists();
    const page = await post(parts(), { ...(end === undefined ? {} : { end }) });
    expect([page.status, page.main]).toEqual([status, expect.stringMatching(sentence)]);
    expect(await lists()).toBe(before);
  });

  it('is taken at this address only, and from leads only', async () => {
    expect((await post([form(), part('name', 'x')], { to: `/cohorts/${world.cohort.id}/settings` })).status).toBe(415);
    const before = await lists();
    for (const who of [world.tomas, world.nour]) expect((await post([form(), part('text', 'a@b.org')], { who })).status).toBe(404);
    const answer = await stranger(world)
      .post(address)
      .set('content-type', 'multipart/form-data; boundary=XYZ')
      .send(Buffer.concat([form(), Buffer.from('--XYZ--')]));
    expect([303, 401]).toContain(answer.status);
    expect(await lists()).toBe(before);
  });
});
