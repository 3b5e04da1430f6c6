/** What keeps a site from issuing, as its host reads it: what is wrong, and what to do. */
import type { Obstacle } from './did';

export const ADVICE: Record<Obstacle, string> = {
  'this-machine':
    'BASE_URL names this machine, and a certificate from here could be checked by nobody else. Give the site its public address.',
  numbers: 'BASE_URL is a number. A certificate is bound to the name of its issuer for ever: give the site a host name that will stay.',
  'not-https': 'BASE_URL must begin with https://, or nobody could rely on what the site says about its certificates.',
  moved:
    'The host in BASE_URL is not the one under which this site has issued certificates. Those can be checked elsewhere only while the old host answers. ' +
    'Put the old host back, or run `chapterhouse keys rotate` to go on under the new one.',
  sealed:
    'The signing keys do not open: KEYS_SECRET (or the file keys.secret in DATA_DIR) is not the one with which they were sealed. Put it back.',
};
