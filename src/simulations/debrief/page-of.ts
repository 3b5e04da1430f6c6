import type { Response } from 'express';
import type { Page } from '../../web/views/page';

/** What every page knows, for one that is printed by hand. */
export const pageOf = ({ locals }: Pick<Response, 'locals'>): Page => locals['page'] as Page;
