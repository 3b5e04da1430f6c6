import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isLoopback } from '../../configuration/environment';

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** Turns away what no browser of ours sends: other methods, a Host header that is not this site's. */
export function door(baseUrl: string, alsoLoopback: boolean): RequestHandler {
  const { host } = new URL(baseUrl);
  const known = (given: string) =>
    given === host || (alsoLoopback && URL.canParse(`http://${given}`) && isLoopback(new URL(`http://${given}`).hostname));
  return (request: Request, response: Response, next: NextFunction) => {
    if (!METHODS.has(request.method)) {
      response.status(405).setHeader('allow', [...METHODS].join(', '));
      response.type('text/plain').send('405\n');
    } else if (request.path !== '/health' && !known(request.headers.host ?? '')) {
      response.status(400).type('text/plain').send('400\n');
    } else {
      next();
    }
  };
}
