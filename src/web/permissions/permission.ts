import { SetMetadata, type Type } from '@nestjs/common';
import type { Viewer } from '../requests/viewer';

/**
 * Who may use a route, and on which thing. `subject` finds the thing *through the person*: what it does not find is not there for them.
 * Every route carries exactly one, as `@Allow(…)`; a route without one stops the application from starting.
 */
export interface Permission {
  /** The thing the route is about, or null: then a stranger is asked to sign in and a signed-in person sees the one 404 page. */
  subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<object | null> | object | null;
}

export const PERMISSION = 'chapterhouse:permission';

/** The permission line of a route. */
export const Allow = (permission: Type<Permission>) => SetMetadata(PERMISSION, permission);
