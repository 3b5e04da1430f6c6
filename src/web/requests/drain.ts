import type { Server } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Once the server has stopped listening, every answer also closes its connection, so that a stop waits for requests and not for idle phones. */
export function drain(server: Server): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!server.listening) response.setHeader('connection', 'close');
    else response.once('finish', () => !server.listening && request.socket.end()); // the answer has let go of its line by then
    next();
  };
}
