import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import type { Certificate } from '../certificate.entity';
import { type Design, HOUSE_DESIGN } from '../designs/design';
import { Designs } from '../designs/designs.service';
import { titleIn } from '../snapshot';
import { badge } from './engraving';
import { exactLetters } from './exact-letters';
import { certificatePaper, type Paper, sharingPaper } from './paper.view';
import { Press, type Sheet } from './press.service';
import { Shelf } from './shelf';

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 24 * 1024 * 1024;
/** The library is large and seldom needed: it is read when the first picture is drawn. */
const painter = () => require('sharp') as typeof import('sharp');

/** Prints certificates. What it makes follows from the certificate, its design and the language, and is never the truth: it is made again at will. */
@Injectable()
export class PrintingService {
  private readonly shelf = new Shelf(MOST_KEPT);
  private readonly underWay = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly press: Press,
    private readonly designs: Designs,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The sheet as PDF/A-3a with the signed credential attached, where there is one. */
  async pdf(certificate: Certificate, language: Language, standard: Sheet['standard'] = 'a-3a'): Promise<Buffer> {
    const paper = this.paper(certificatePaper, certificate, language, await this.designs.of(certificate));
    const inputs = { credential: certificate.credential ?? '' };
    return this.printed(certificate.id, { ...sheet('certificate.typ', 'pdf', paper, inputs), standard });
  }

  /** 1200 by 630, PNG, for sites that show a picture beside a link. */
  async picture(certificate: Certificate, language: Language): Promise<Buffer> {
    const paper = this.paper(sharingPaper, certificate, language, await this.designs.of(certificate));
    const drawn = sheet('sharing.typ', 'svg', paper);
    return this.made(certificate.id, drawn, async () =>
      painter()(await this.press.print(drawn))
        .png({ compressionLevel: 7 })
        .toBuffer(),
    );
  }

  /** A certificate that nobody holds, as a picture for whoever makes a design. */
  async sample(certificate: Certificate, language: Language, design: Design): Promise<Buffer> {
    const drawn = sheet('certificate.typ', 'svg', this.paper(certificatePaper, { ...certificate, credential: null }, language, design));
    return painter()(await this.press.print(drawn), { density: 96 })
      .resize({ width: 1200 })
      .webp({ quality: 80 })
      .toBuffer();
  }

  badgeSvg({ code, snapshot }: Certificate): string {
    return badge(code, titleIn(snapshot.programme.title, snapshot.language).text, HOUSE_DESIGN.colours);
  }

  async badgePng(certificate: Certificate): Promise<Buffer> {
    return painter()(Buffer.from(this.badgeSvg(certificate)))
      .png({ compressionLevel: 7 })
      .toBuffer();
  }

  /** For when a certificate loses its holder's name: nothing that was printed of it stays. */
  forget(certificateId: string): void {
    this.shelf.forget(`${certificateId} `);
  }

  private paper(draw: typeof certificatePaper, certificate: Certificate, language: Language, design: Design): Paper {
    return draw(certificate, language, this.phrases.in(language), design, this.settings.baseUrl);
  }

  private printed(id: string, printedSheet: Sheet): Promise<Buffer> {
    return this.made(id, printedSheet, async () => exactLetters(await this.press.print(printedSheet)));
  }

  /** From the shelf, or made once, however many ask for it at the same time. */
  private made(id: string, { template, standard, inputs, pictures }: Sheet, make: () => Promise<Buffer>): Promise<Buffer> {
    const names = pictures.map(({ name }) => name); // each names one picture for ever
    const key = `${id} ${createHash('sha256')
      .update(JSON.stringify([template, standard, inputs, names]))
      .digest('base64url')}`;
    const kept = this.shelf.get(key);
    if (kept) return Promise.resolve(kept);
    const running = this.underWay.get(key);
    if (running) return running;
    const making = make()
      .then((bytes) => {
        this.shelf.put(key, bytes);
        setTimeout(() => this.shelf.forget(key), KEPT_MS).unref(); // so that nothing of somebody who was erased stays for long
        return bytes;
      })
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, making);
    return making;
  }
}

function sheet(template: Sheet['template'], as: Sheet['as'], { data, pictures }: Paper, more: Record<string, string> = {}): Sheet {
  return { template, as, inputs: { data: JSON.stringify(data), ...more }, pictures };
}
