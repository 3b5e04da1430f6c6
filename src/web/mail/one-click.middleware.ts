import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Database } from '../../database/database.service';
import type { Clock } from '../requests/clock';
import type { Notices } from './notices.service';

const ADDRESS = /^\/mail\/stop\/([^/]+)$/;
const LARGEST = 4096;
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
const SAYS_SO = /^List-Unsubscribe=One-Click$|\bname="?List-Unsubscribe"?\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n/i;

/**
 * The one post that is no form of ours: a mail program stops notices for its reader (RFC 8058). It brings no session, no one-time id and no
 * origin; the token in the address is all that it needs, and said twice it has one effect.
 */
export function oneClick(notices: Notices, database: Database, clock: Clock): RequestHandler {
  const stop = async (token: string): Promise<boolean> => {
    const personId = await notices.personOf(token);
    if (personId) await database.write((write) => notices.stop(write, personId, clock.now()));
    return personId !== null;
  };
  return (request: Request, response: Response, next: NextFunction) => {
    const token = request.method === 'POST' ? ADDRESS.exec(request.path)?.[1] : undefined;
    if (token === undefined) return next();
    const answer = (status: number) => response.status(status).type('text/plain').send(`${status}\n`);
    if (!FORM.test(request.get('content-type') ?? '')) return void answer(415);
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= LARGEST) parts.push(part);
    });
    request.once('end', () => {
      if (size > LARGEST) return void answer(413);
      if (!SAYS_SO.test(Buffer.concat(parts).toString('utf8').trimEnd())) return void answer(400);
      stop(token).then((known) => answer(known ? 200 : 404), next);
    });
  };
}
