import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Locks what the database must keep and nobody who reads a copy of it may know: AES-256-GCM, with a key derived from the site's secret. */
@Injectable()
export class Sealing {
  private readonly key: Buffer;

  constructor(@Inject(SETTINGS) { sessionSecret }: Settings) {
    this.key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'chapterhouse second factor', 32));
  }

  /** `owner` goes into the lock: what was sealed for one person opens for no other. */
  seal(text: string, owner: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Null when it was changed, belongs to somebody else, or the site has another secret by now. */
  open(sealed: string, owner: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    const [iv, tag, rest] = [
      bytes.subarray(0, IV_BYTES),
      bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
      bytes.subarray(IV_BYTES + TAG_BYTES),
    ];
    if (tag.length < TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(owner)).setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
