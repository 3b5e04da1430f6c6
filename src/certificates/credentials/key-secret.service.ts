import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';

const FILE = 'keys.secret';

/** The secret under which private keys are sealed: KEYS_SECRET, or a file beside the database's that is made when it is first needed. */
@Injectable()
export class KeySecret {
  private known: string | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  get(): string {
    return (this.known ??= this.settings.keysSecret ?? this.ofFile());
  }

  /** Of several processes that begin at once, one makes the file and the others read it. */
  private ofFile(): string {
    const file = join(this.settings.dataDir, FILE);
    mkdirSync(this.settings.dataDir, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 32) throw new Error(`${file} holds no secret`);
    return secret;
  }
}
