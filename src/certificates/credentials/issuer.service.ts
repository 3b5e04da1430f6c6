import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { didOf, siteOf, unfit, type Unfit } from './did';

/** Who this site is when it issues. The address is asked for each time: a test knows it only when it listens. */
@Injectable()
export class Issuer {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  get did(): string {
    return didOf(this.settings.baseUrl);
  }

  /** Where the pages of an issuer stand that this site is, or was. */
  siteOf(did: string): string {
    return siteOf(did, this.settings.baseUrl);
  }

  /** Why nothing may be issued from here, or null. The demo and tests are for one machine only. */
  get unfit(): Unfit | null {
    return this.settings.mode === 'production' ? unfit(this.settings.baseUrl) : null;
  }

  /** Whether certificates that were issued under another host forbid to go on under this one. */
  get strict(): boolean {
    return this.settings.mode === 'production';
  }
}
