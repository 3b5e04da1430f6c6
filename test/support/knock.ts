import { Agent, request } from 'node:http';
import type { TestApp } from './app';
import type { Answer } from './page';
import { type Account, sessionFor } from './visitor';

export interface Knock {
  method?: string;
  who?: Account | null;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
  body?: string | Buffer;
}

const agent = new Agent({ keepAlive: true });

/** One request exactly as it is written here, which no browser would send: the path is not tidied and the body is not made. */
export async function knock(app: TestApp, path: string, wanted: Knock): Promise<Answer> {
  const { method = 'GET', who, headers = {}, cookies = {}, body } = wanted;
  const { hostname, port } = new URL(app.address);
  const kept = { ...(who && { session: await sessionFor(app, who) }), ...cookies };
  const cookie = Object.entries(kept).map(([name, value]) => `${name}=${value}`);
  const sent = { ...(cookie.length && { cookie: cookie.join('; ') }), ...(body && { 'content-length': String(Buffer.byteLength(body)) }) };
  return new Promise((answered, failed) => {
    const asked = request({ agent, hostname, port, path, method, headers: { ...sent, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      const done = () => {
        const text = Buffer.concat(parts).toString('utf8');
        answered({ status: response.statusCode!, text, headers: response.headers as Record<string, string> });
      };
      response.on('end', done);
      if (response.headers['content-type']?.startsWith('text/event-stream')) response.once('data', () => (done(), response.destroy())); // it does not end
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      const closedWhileIdle = asked.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? ''); // the server had let go of the connection; nothing was read
      if (closedWhileIdle) answered(knock(app, path, wanted));
      else failed(error);
    });
    asked.end(body);
  });
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

/** A form as a browser of this site posts it. */
export function post(app: TestApp, path: string, who: Account | null, body: string | Buffer, more: Knock = {}): Promise<Answer> {
  return knock(app, path, { ...more, method: 'POST', who, body, headers: { ...FORM, ...more.headers } });
}

/** Sends all of them, a few at a time, and keeps their order. */
export async function each<T, R>(list: readonly T[], work: (one: T) => Promise<R>, atOnce = 6): Promise<R[]> {
  const found: R[] = [];
  const next = list.entries();
  const worker = async () => {
    for (const [index, one] of next) found[index] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}
