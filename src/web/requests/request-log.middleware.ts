import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { newId } from '../../kernel/identifier';
import type { Clock } from './clock';
import type { Log } from './log';

/** Stamps the request with its number and its moment, and writes one line when it is answered: the route's pattern, never the address itself. */
export function requestLog(clock: Clock, log: Log, quiet: boolean): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    request.id = newId();
    request.arrivedAt = clock.now();
    response.setHeader('x-request-id', request.id);
    if (!quiet) {
      const started = performance.now();
      response.once('finish', () => {
        const route = (request.route as { path?: string } | undefined)?.path ?? null;
        log.say('request', {
          id: request.id,
          method: request.method,
          route,
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
        });
      });
    }
    next();
  };
}
