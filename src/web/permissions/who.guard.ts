import { Injectable } from '@nestjs/common';
import type { Viewer } from '../requests/viewer';
import type { Permission } from './permission';

/** Everybody, signed in or not. */
@Injectable()
export class Anyone implements Permission {
  subject(viewer: Viewer | null): object {
    return viewer ?? {};
  }
}

/** Whoever has signed in. */
@Injectable()
export class SignedIn implements Permission {
  subject(viewer: Viewer | null): object | null {
    return viewer;
  }
}

/** Those who look after the site. */
@Injectable()
export class Steward implements Permission {
  subject(viewer: Viewer | null): object | null {
    return viewer?.steward ? viewer : null;
  }
}
