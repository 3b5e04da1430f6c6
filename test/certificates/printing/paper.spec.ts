import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { exactTexts } from '../../../src/certificates/printing/exact-letters';
import { certificatePaper } from '../../../src/certificates/printing/paper.view';
import { HOUSE_DESIGN } from '../../../src/certificates/designs/design';
import { LANGUAGES } from '../../../src/kernel/language';
import { Phrases } from '../../../src/languages/phrases';
import { BASE_URL, certificateOf, CODE, printShop, readPdf, readPdfs } from './print-shop';
import { readQr } from './qr-reader';

const shop = printShop();
afterAll(shop.close);
const phrases = Phrases.read(join(__dirname, '../../../views/translations'));

describe('a certificate on paper', () => {
  it('says in each of seven languages what it is, in which language, and where to check it; a program finds its parts', async () => {
    const pdfs: Buffer[] = [];
    for (const language of LANGUAGES) pdfs.push(await shop.printing.pdf(certificateOf('Aïssatou Diallo-Ba'), language));
    const read = await readPdfs(pdfs);
    read.forEach((pdf, at) => {
      expect([pdf.pages, pdf.marked, pdf.language, pdf.heading]).toEqual([1, true, LANGUAGES[at], 'Aïssatou Diallo-Ba']);
      expect(pdf.title).toContain('Taking part in Internet governance');
      expect(new Set(pdf.links)).toEqual(new Set([`${BASE_URL}/verify/${CODE}`]));
      expect(pdf.lines).toContain(CODE);
      expect(pdf.tree).toContain('Figure');
    });
  });

  it('is marked as PDF/A-3a', async () => {
    expect((await shop.printing.pdf(certificateOf('Ana'), 'en')).toString('latin1')).toMatch(
      /<pdfaid:part>3<\/pdfaid:part>[^]*<pdfaid:conformance>A</,
    );
  });

  it('could be PDF/UA-1, too', async () => {
    expect((await shop.printing.pdf(certificateOf('محمّد'), 'ar', 'ua-1')).toString('latin1')).toContain('<pdfuaid:part>1');
  });

  it('never turns a number round in Arabic', async () => {
    const { snapshot } = certificateOf('Ana');
    const pdf = await readPdf(await shop.printing.pdf(certificateOf('نور', { snapshot: { ...snapshot, passMark: 92 } }), 'ar'));
    const said = pdf.lines.join('\n');
    expect(said).toMatch(/92/);
    expect(said).toMatch(/2027/);
    expect(said).not.toMatch(/29|7202/);
  });

  it('carries the signed credential, byte for byte, and none where there is none', async () => {
    const credential = JSON.stringify({ name: 'محمّد 喆堃䶮 “quoted” \\u0041', proof: [{ proofValue: 'z3x' }] });
    const [signed, unsigned] = await readPdfs([
      await shop.printing.pdf(certificateOf('Ana', { credential }), 'en'),
      await shop.printing.pdf(certificateOf('Ana'), 'en'),
    ]);
    expect(signed!.attachments.map(({ filename }) => filename)).toEqual(['credential.json']);
    expect(Buffer.from(signed!.attachments[0]!.content, 'base64').toString('utf8')).toBe(credential);
    expect(unsigned!.attachments).toEqual([]);
  });

  it('prints markup as it was typed', async () => {
    for (const name of ['#strong[x] $a$ *b*', '#import "/etc/passwd"', '<b>A</b> & "c"', '{{name}} \\ // /* x */']) {
      expect((await readPdf(await shop.printing.pdf(certificateOf(name), 'en'))).heading).toBe(name);
    }
  });

  it.each([
    ['words', 'Maria Fernanda dos Santos Oliveira de Albuquerque e Castro Figueiredo Vasconcelos Cavalcanti Bragança Montenegro Sá Nobre'],
    ['one word', 'W'.repeat(120)],
    ['Arabic', 'عبدالرحمن محمد إبراهيم '.repeat(5).trim()],
    ['Chinese', '龘'.repeat(120)],
    ['letters with marks', 'ɛ̃'.repeat(60)],
  ])('holds 120 characters on its one page, whatever they are: %s', async (_, name) => {
    const read = await readPdf(await shop.printing.pdf(certificateOf(name, { latinName: 'W'.repeat(120) }), 'fr'));
    expect(read.pages).toBe(1);
    expect(read.heading.replace(/\s/g, '').normalize('NFC')).toBe(name.replace(/\s/g, '').normalize('NFC'));
  });

  it('shows cameras exactly its address', async () => {
    const { data, pictures } = certificatePaper(certificateOf('Ana'), 'en', phrases.in('en'), HOUSE_DESIGN, BASE_URL);
    const inputs = { data: JSON.stringify(data), credential: '' };
    const svg = await shop.press.print({ template: 'certificate.typ', as: 'svg', inputs, pictures });
    const sheet = await sharp(svg, { density: 150 }).greyscale().raw().toBuffer({ resolveWithObject: true });
    const millimetre = sheet.info.width / 297;
    const side = 28;
    const [left, top] = [197, 162];
    const modules = Number(/viewBox="-3 -3 (\d+)/.exec((data['pictures'] as { qr: string }).qr)![1]) - 6;
    const step = side / (modules + 6);
    const dark = (row: number, column: number) => {
      const [x, y] = [left + (column + 3.5) * step, top + (row + 3.5) * step].map((at) => Math.round(at * millimetre)) as [number, number];
      return sheet.data[y * sheet.info.width + x]! < 128;
    };
    const matrix = Array.from({ length: modules }, (_, row) => Array.from({ length: modules }, (__, column) => dark(row, column)));
    expect(readQr(matrix)).toMatchObject({ text: `${BASE_URL}/verify/${CODE}`, level: 0 });
    expect(side).toBeGreaterThanOrEqual(26);
  });

  it('is the same, byte for byte, in another process', async () => {
    const program = `require('reflect-metadata'); const { printShop, certificateOf } = require('./test/certificates/printing/print-shop.ts');
      const shop = printShop(); shop.printing.pdf(certificateOf('محمّد 喆堃䶮 Ana'), 'ar').then((pdf) => { process.stdout.write(pdf.toString('base64')); shop.close(); });`;
    const root = join(__dirname, '../../..');
    const other = execFileSync(process.execPath, ['-r', './test/support/typescript.cjs', '-e', program], { cwd: root, maxBuffer: 9e6 });
    const here = await shop.printing.pdf(certificateOf('محمّد 喆堃䶮 Ana'), 'ar');
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(here)).toBe(hash(Buffer.from(other.toString(), 'base64')));
  });
});

describe('what shapes stand for', () => {
  it.each([
    ['a letter and its mark', { 1: ['مّ', true], 2: ['مّ', false] }, { 1: 'م', 2: 'ّ' }],
    ['a letter and two marks', { 1: ['مَّ', false], 2: ['مَّ', false], 3: ['مَّ', true] }, { 1: 'َ', 2: 'ّ', 3: 'م' }],
    [
      'a mark that another letter has too',
      { 1: ['مّ', false], 2: ['مّ', true], 3: ['دَّ', false], 4: ['دَّ', true] },
      { 1: 'ّ', 2: 'م', 3: 'َ', 4: 'د' },
    ],
    ['a letter that holds its mark', { 1: ['ɛ̃', true] }, { 1: 'ɛ̃' }],
    ['letters alone', { 1: ['م', true], 2: ['لا', true] }, { 1: 'م', 2: 'لا' }],
  ] as [string, Record<number, [string, boolean]>, Record<number, string>][])('%s', (_, shapes, texts) => {
    const given = new Map(Object.entries(shapes).map(([shape, [text, wide]]) => [Number(shape), { text, wide }]));
    expect(Object.fromEntries(exactTexts(given))).toEqual(texts);
  });
});
