import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from '../../../src/configuration/environment';
import type { Certificate } from '../../../src/certificates/certificate.entity';
import { type Design, HOUSE_DESIGN } from '../../../src/certificates/designs/design';
import { sampleCertificate } from '../../../src/certificates/designs/sample.view';
import type { Designs } from '../../../src/certificates/designs/designs.service';
import { Press } from '../../../src/certificates/printing/press.service';
import { PrintingService } from '../../../src/certificates/printing/printing.service';
import { Phrases } from '../../../src/languages/phrases';

const phrases = Phrases.read(join(__dirname, '../../../views/translations'));
export const BASE_URL = 'https://learn.example.org';

/** A press and what drives it, with one design for whatever is printed. */
export function printShop(design: Design = HOUSE_DESIGN): { press: Press; printing: PrintingService; close: () => void } {
  const press = new Press();
  const designs = { of: () => Promise.resolve(design) } as unknown as Designs;
  const printing = new PrintingService(press, designs, phrases, { baseUrl: BASE_URL } as Settings);
  return { press, printing, close: () => press.onModuleDestroy() };
}

export const CODE = '7Q4M-K2XW-9TRD-5HCN';

/** A certificate of the example’s programme in somebody’s name. */
export function certificateOf(name: string, more: Partial<Certificate> = {}): Certificate {
  const sample = sampleCertificate({ name: 'Kenya', zone: 'Africa/Nairobi' }, 'en', phrases.in('en'));
  return { ...sample, id: `of ${name}`, code: CODE, name, ...more };
}

/** What a reading program finds in a PDF. */
export interface ReadPdf {
  pages: number;
  size: [number, number];
  /** What is tagged as the heading: the name. */
  heading: string;
  lines: string[];
  language: string;
  title: string;
  marked: boolean;
  tree: string;
  links: string[];
  attachments: { filename: string; content: string }[];
}

/** Read in a process of its own: the reader is a module of another kind. */
export async function readPdfs(pdfs: Buffer[]): Promise<ReadPdf[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-pdf-'));
  try {
    const paths = pdfs.map((_, at) => join(folder, `${at}.pdf`));
    paths.forEach((path, at) => writeFileSync(path, pdfs[at]!));
    const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'read-pdf.mjs'), ...paths], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(stdout) as ReadPdf[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const readPdf = async (pdf: Buffer): Promise<ReadPdf> => (await readPdfs([pdf]))[0]!;
