import { unprintable } from '../../../src/certificates/printing/coverage';
import { nameProblem, printedName } from '../../../src/certificates/printed-name';
import { Refusal } from '../../../src/kernel/refusal';
import { NAMES, UNPRINTABLE } from './names';
import { certificateOf, printShop, type ReadPdf, readPdfs } from './print-shop';

const shop = printShop();
const names = Object.values(NAMES).flat();
const read = new Map<string, ReadPdf>();

beforeAll(async () => {
  const pdfs: Buffer[] = [];
  for (const name of names) pdfs.push(await shop.printing.pdf(certificateOf(name), 'en'));
  (await readPdfs(pdfs)).forEach((pdf, at) => read.set(names[at]!, pdf));
});
afterAll(shop.close);

const plain = (text: string) => printedName(text).replace(/\u200c|\u200d/g, '');

describe('a name, read from the paper by a program', () => {
  it('is one of sixty in many scripts', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(names.filter((name) => nameProblem(name) !== null)).toEqual([]);
    expect(names.filter((name) => unprintable(name).length)).toEqual([]);
  });

  it.each(Object.entries(NAMES))('is what was typed: %s', (_, some) => {
    const found = some.map((name) => plain(read.get(name)!.heading));
    expect(found).toEqual(some.map(plain));
  });

  it('stands on one page, A4 landscape', () => {
    for (const { pages, size } of read.values()) {
      expect(pages).toBe(1);
      expect(size.map(Math.round)).toEqual([842, 595]);
    }
  });
});

describe('what there is no type for', () => {
  it.each(UNPRINTABLE)('is said before anything is printed: %s', (_, name, signs) => {
    expect(unprintable(name)).toEqual(signs);
  });

  it.each(UNPRINTABLE.slice(0, 9))('is refused by the press, and never printed as a box: %s', async (_, name) => {
    await expect(shop.printing.pdf(certificateOf(name), 'en')).rejects.toThrow(new Refusal('printing.refusal.unprintable'));
  });
});
