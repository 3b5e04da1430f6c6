import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { UnreadableForm } from '../errors/outcomes';

/** Forms are small: the longest thing anybody may type is a few thousand characters. */
export const LARGEST_FORM = 64 * 1024;

/** Reads `application/x-www-form-urlencoded` and nothing else; names are plain text, never paths into objects. */
export function formBody(): RequestHandler[] {
  const read = express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 200, inflate: false, verify: assertReadable });
  const only = (request: Request, _response: Response, next: NextFunction) => {
    if (request.method === 'POST' && !request.is('application/x-www-form-urlencoded')) next(new UnreadableForm('type'));
    else next();
  };
  return [only, read];
}

/** Refuses what the parser would take as it stands or leave out in silence: bytes that are no text, and names that are none. */
function assertReadable(_request: unknown, _response: unknown, body: Buffer): void {
  const text = body.toString('utf8');
  try {
    decodeURIComponent(text);
  } catch {
    throw new UnreadableForm('shape');
  }
  for (const name of new URLSearchParams(text).keys()) {
    if (name === '' || name === '__proto__') throw new UnreadableForm('unknown-field', name);
  }
}
