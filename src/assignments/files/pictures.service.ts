import { Injectable } from '@nestjs/common';
import type { Format } from './file-kinds';

/** A picture with more is refused: unpacked it would fill the memory. */
export const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 2_000;
const QUALITY = 82;
const SECONDS = 30;

export interface Drawn {
  bytes: Buffer;
  format: Format;
}

/** The library is large and seldom needed: it is read when the first picture comes. */
const library = () => require('sharp') as typeof import('sharp');

/** Draws pictures anew, so that nothing is kept but what one sees: not where and with what they were taken. One at a time. */
@Injectable()
export class Pictures {
  private last: Promise<unknown> = Promise.resolve();

  /** At most 2,000 pixels long, JPEG for a JPEG and otherwise WebP; null for what is no picture, is broken, or has too many pixels. */
  drawnAnew(bytes: Uint8Array, format: Format): Promise<Drawn | null> {
    const drawn = this.last.then(() => draw(bytes, format)).catch(() => null);
    this.last = drawn;
    return drawn;
  }
}

async function draw(bytes: Uint8Array, format: Format): Promise<Drawn> {
  const sharp = library();
  sharp.cache(false);
  sharp.concurrency(1);
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  if (format === 'jpeg') return { bytes: await picture.jpeg({ quality: QUALITY }).toBuffer(), format };
  return { bytes: await picture.webp({ quality: QUALITY }).toBuffer(), format: 'webp' };
}
