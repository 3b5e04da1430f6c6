/** views/people/elsewhere.hbs: on the way to the other site. */
export function elsewherePage(address: string, provider: string) {
  return { address, provider };
}

/** Why somebody comes back and is not signed in: they have not begun, it failed there, or there is no account here. */
export type NotSignedIn = 'idle' | 'failed' | 'unknown';

/** views/people/not-signed-in.hbs */
export function notSignedInPage(reason: NotSignedIn, provider: string) {
  return { reason, provider };
}
