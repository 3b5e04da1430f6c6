import 'express-session';

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: string };
    /** A phrase to say once, on the next page. */
    flash?: string;
  }
}
