/** A sentence that is said once, on the page to which somebody is sent on. */
import type { Request, Response } from 'express';

/**
 * Sends somebody on to a page that says `phrase` (a phrase key). The session is saved first: a browser follows the address as soon as it
 * has read it, and would else be quicker than the sentence.
 */
export async function redirectSaying(request: Request, response: Response, address: string, phrase: string): Promise<void> {
  request.session.flash = phrase;
  await sessionSaved(request);
  response.redirect(303, address);
}

/** The sentence for the page to come, which no page after it says, once the session is saved. */
export function takeFlash({ session }: Request): string | null {
  const flash = session?.flash ?? null;
  if (flash) delete session.flash;
  return flash;
}

/** When the session is kept as it is now. */
export function sessionSaved({ session }: Request): Promise<void> {
  return new Promise((done, failed) => {
    session.save((error: unknown) => (error ? failed(error as Error) : done()));
  });
}
