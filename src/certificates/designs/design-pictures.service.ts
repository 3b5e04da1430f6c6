import { Injectable } from '@nestjs/common';
import { formatOf } from '../../assignments/files/file-kinds';
import type { FormError } from '../../web/forms/form.pipe';
import { LARGEST_PICTURE } from './body';

/** A picture with more is refused: unpacked it would fill the memory. */
const MOST_PIXELS = 24_000_000;
/** Sharp on paper where it is printed largest, and no larger. */
const WIDEST = 1200;
const HIGHEST = 500;
const SECONDS = 20;
const PICTURES = ['png', 'jpeg', 'webp'] as const;

/** The library is large and seldom needed: it is read when the first picture comes. */
const library = () => require('sharp') as typeof import('sharp');

/** Looks through the logos and signatures that are brought. What is kept was drawn anew, so that nothing is in it but what one sees. One at a time. */
@Injectable()
export class DesignPictures {
  private last: Promise<unknown> = Promise.resolve();

  /** A PNG, or what is wrong with the file. A drawing (SVG) is none: it can hold programs and ask for other files. */
  async drawnAnew(bytes: Uint8Array, name: string): Promise<Buffer | FormError> {
    const wrong = (key: string, details: FormError['details'] = {}): FormError => ({ field: 'file', key, details });
    if (bytes.length > LARGEST_PICTURE) return wrong('designs.error.file-large');
    const format = formatOf(bytes, name);
    if (!PICTURES.some((one) => one === format)) return wrong('designs.error.file-kind');
    const drawn = this.last.then(() => draw(bytes)).catch(() => null);
    this.last = drawn;
    return (await drawn) ?? wrong('designs.error.file-picture');
  }
}

async function draw(bytes: Uint8Array): Promise<Buffer> {
  const sharp = library();
  sharp.cache(false);
  sharp.concurrency(1);
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .rotate()
    .resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  if (info.width < 8 || info.height < 8) throw new Error('too small to be seen');
  return data;
}
