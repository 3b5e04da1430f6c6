import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Permission } from '../permissions/permission';
import type { Viewer } from '../requests/viewer';

/** Which letters somebody may read in the application. */
export interface Readable {
  /** Only those to people of the demo. */
  demo: boolean;
  /** Their words too: where letters leave the house, the links in them are for their readers alone. */
  words: boolean;
}

/** The letters of the site, for its stewards; in the demo, those to its people for everybody. */
@Injectable()
export class MailReader implements Permission {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  subject(viewer: Viewer | null): Readable | null {
    const words = this.settings.smtpUrl === null;
    if (this.settings.mode === 'demo') return { demo: true, words };
    return viewer?.steward ? { demo: false, words } : null;
  }
}
