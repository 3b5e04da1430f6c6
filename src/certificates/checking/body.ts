/** Anybody may bring a file to be checked, signed in or not: what that form may weigh. */
import { LARGEST_FILE } from './dropped';

export const CHECK_FORMS = {
  address: /^\/verify$/,
  /** The file, and what is round it. */
  bytes: LARGEST_FILE + 64 * 1024,
  fields: 4,
  file: 'file',
  tooLong: 'checking.refusal.too-large',
  busy: 'checking.busy',
};

/** And what may be kept of other sites. */
export const KEEP_FORMS = { ...CHECK_FORMS, address: /^\/kept$/, busy: undefined };
