import type { NextFunction, Request, Response } from 'express';
import { ForeignRequest } from '../errors/outcomes';

/**
 * Refuses posts that another site caused, without tokens: a browser says where a request comes from in `Sec-Fetch-Site`
 * (https and localhost) or at least in `Origin`, which is then compared with `Host` (W3C Fetch Metadata; OWASP CSRF cheat sheet).
 * A client that sends neither is no browser, and carries no cookies that it was not given on purpose.
 */
export function sameOrigin(request: Request, _response: Response, next: NextFunction): void {
  if (request.method !== 'POST' || comesFromHere(request)) next();
  else next(new ForeignRequest());
}

function comesFromHere(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (!origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}

/** What a form held, so that a page that refuses it can give the words back. Passwords are not given back. */
export function typedText(body: unknown): { name: string; value: string }[] {
  if (!body || typeof body !== 'object') return [];
  return Object.entries(body)
    .filter(([name]) => name !== 'form' && !/password/i.test(name))
    .flatMap(([name, given]) => [given].flat().map((value: unknown) => ({ name, value })))
    .filter((one): one is { name: string; value: string } => typeof one.value === 'string' && one.value !== '');
}
