import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { packed } from '../../content/folders/archive';
import type { Certificate } from '../certificate.entity';
import { bakePng, bakeSvg } from '../credentials/baking';
import { Tokens } from '../credentials/tokens.service';
import { PrintingService } from '../printing/printing.service';
import { standingOf } from '../standing-of';
import { type Keepsake, keepsakeSheet } from './keepsake.view';

/** As many as one person is likely ever to hold; the newest come first. */
export const MOST_KEPT = 100;
/** Printing may take so long in all; what is left is downloaded one by one. */
const LONGEST_MS = 60_000;

interface Made {
  name: string;
  bytes: string | Uint8Array;
}

/** All that somebody holds as one archive, made anew each time and never kept. */
@Injectable()
export class Keepsakes {
  constructor(
    private readonly printing: PrintingService,
    private readonly tokens: Tokens,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async archive(holder: string, certificates: readonly Certificate[], language: Language, now: Date): Promise<Buffer> {
    const until = Date.now() + LONGEST_MS;
    const files: Record<string, string | Uint8Array> = {};
    const kept: Keepsake[] = [];
    for (const certificate of certificates.slice(0, MOST_KEPT)) {
      const { made, lacking } = await this.files(certificate, language, now, until);
      for (const { name, bytes } of made) files[`${certificate.code}/${name}`] = bytes;
      kept.push({ certificate, standing: standingOf(certificate, now), files: made.map(({ name }) => name), lacking });
    }
    const about = { holder, baseUrl: this.settings.baseUrl, now, more: certificates.length > MOST_KEPT ? MOST_KEPT : null };
    files['index.html'] = keepsakeSheet(kept, about, language, this.phrases.in(language));
    return Buffer.from(packed(files));
  }

  /** What was signed goes along whatever became of it; printed is only what holds, or has expired. */
  private async files(certificate: Certificate, language: Language, now: Date, until: number): Promise<{ made: Made[]; lacking: boolean }> {
    const { credential } = certificate;
    const standing = standingOf(certificate, now);
    const wanted: [string, () => Promise<string | Uint8Array>][] = [];
    if (standing === 'valid' || standing === 'expired') {
      wanted.push(['certificate.pdf', () => this.printing.pdf(certificate, language)]);
      if (credential) {
        wanted.push(['badge.png', async () => bakePng(await this.printing.badgePng(certificate), credential)]);
        wanted.push(['badge.svg', async () => Promise.resolve(bakeSvg(this.printing.badgeSvg(certificate), credential))]);
      }
    }
    if (credential)
      wanted.push(['credential.json', () => Promise.resolve(credential)], ['credential.jwt', () => this.tokens.of(credential)]);
    const made: Made[] = [];
    for (const [name, make] of wanted) {
      const bytes = Date.now() < until ? await make().catch(() => null) : null;
      if (bytes !== null) made.push({ name, bytes });
    }
    return { made, lacking: made.length < wanted.length };
  }
}
