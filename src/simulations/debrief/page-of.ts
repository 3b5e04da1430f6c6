import type { Page } from '../../web/views/page';

/** What every page knows, for one that is printed by hand. */
export const pageOf = ({ locals }: { locals: Record<string, unknown> }): Page => locals['page'] as Page;
