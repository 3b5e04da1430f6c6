import 'express-session';
import type { Device } from './device';

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: string };
    /** A phrase to say once, on the next page. */
    flash?: string;
    /** With what and when (ISO) this person signed in. */
    device?: Device;
    begunAt?: string;
    /** The day on which the browser last got its cookie anew. */
    seenOn?: string;
    /** It is in the table: from there on it is changed, and never comes back once it has ended. */
    stored?: true;
  }
}
