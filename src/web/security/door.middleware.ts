import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isLoopback } from '../../configuration/environment';

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** Turns away what no browser of ours sends: other methods, a Host header that is not this site's. */
export function door(baseUrl: string, alsoLoopback: boolean): RequestHandler {
  const { host } = new URL(baseUrl);
  let loopback = host; // the one asked for last: taking an address apart costs more than anything else at this door
  const known = (given: string) => {
    if (given === host || given === loopback) return true;
    const here = alsoLoopback && URL.canParse(`http://${given}`) && isLoopback(new URL(`http://${given}`).hostname);
    if (here) loopback = given;
    return here;
  };
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
