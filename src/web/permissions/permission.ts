import { SetMetadata, type Type } from '@nestjs/common';
import type { Viewer } from '../requests/viewer';

/**
 * Who may use a route, and on which thing. `subject` finds the thing *through the person*: what it does not find is not there for them.
 * Every route carries exactly one, as `@Allow(…)`; a route without one stops the application from starting.
 */
export interface Permission {
  /** The thing the route is about, or null: then a stranger is asked to sign in and a signed-in person sees the one 404 page. */
  subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<object | null> | object | null;
  /** Asked for forms, not for pages: why nothing of the thing can be changed now (throws a Refusal), where its routes are not `@EvenClosed`. */
  closed?(subject: object): void;
}

export const PERMISSION = 'chapterhouse:permission';

/** The permission line of a route. */
export const Allow = (permission: Type<Permission>) => SetMetadata(PERMISSION, permission);

export const EVEN_CLOSED = 'chapterhouse:even-closed';

/** A form that is taken where its thing can only be read: it changes nothing of it, or brings it back. */
export const EvenClosed = () => SetMetadata(EVEN_CLOSED, true);
