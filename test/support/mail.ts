import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { Outbox } from '../../src/web/mail/outbox.service';
import type { TestApp } from './app';

/** A mail as its reader sees it. */
export interface Letter {
  to: string;
  from: string;
  subject: string;
  language: string;
  text: string;
  /** The same words as HTML. */
  html: string;
  /** The addresses in its text. */
  links: string[];
  /** How to stop letters like it, as the mail program is told. */
  stop: { address: string; post: string } | null;
}

/** Every mail that has left the house, oldest first; waits until the outbox has nothing to do. */
export async function letters({ app, settings }: TestApp): Promise<Letter[]> {
  await app.get(Outbox, { strict: false }).work();
  const folder = join(settings.dataDir, 'mail');
  const files = await readdir(folder).catch(() => []);
  const eml = files.filter((file) => file.endsWith('.eml')).sort(); // named by ids, which ascend
  return Promise.all(eml.map(async (file) => letter(await readFile(join(folder, file), 'utf8'))));
}

export async function lettersTo(app: TestApp, email: string): Promise<Letter[]> {
  return (await letters(app)).filter(({ to }) => to.includes(email));
}

export interface MailServer {
  url: string;
  received: Letter[];
  /** All that it was given, taken or refused: as it came, with those to whom it goes, whatever stands in it. */
  sources: { recipients: string[]; text: string }[];
  stop(): Promise<void>;
}

/** A mail server that takes everything (or refuses it with `answer`) and delivers nothing. */
export async function startMailServer(answer: { refuse?: string } = {}): Promise<MailServer> {
  const received: Letter[] = [];
  const sources: MailServer['sources'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        sources.push({ recipients: envelope.rcptTo.map(({ address }) => address), text });
        if (answer.refuse) return done(new Error(answer.refuse));
        received.push(letter(text));
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, sources, stop: () => new Promise((stopped) => server.close(stopped)) };
}

function letter(source: string): Letter {
  const { headers, content } = part(source.replace(/\r\n/g, '\n'));
  const header = (name: string) => words(headers.get(name) ?? '');
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary
    ? content
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((one) => part(one.replace(/^\n/, '')))
    : [];
  const as = (type: string) => {
    const found = parts.find((one) => one.headers.get('content-type')?.startsWith(type));
    return found ? body(found.content, found.headers.get('content-transfer-encoding') ?? '').trim() : '';
  };
  const text = as('text/plain');
  const address = header('list-unsubscribe').replace(/^<|>$/g, '');
  return {
    to: header('to'),
    from: header('from'),
    subject: header('subject'),
    language: header('content-language'),
    text,
    html: as('text/html'),
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    stop: address ? { address, post: header('list-unsubscribe-post') } : null,
  };
}

/** Headers and content of a mail, or of one of its parts. */
function part(source: string): { headers: Map<string, string>; content: string } {
  const [head = '', ...rest] = source.split('\n\n');
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { headers: new Map(headers), content: rest.join('\n\n') };
}

function body(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? unquoted(text.replace(/=\n/g, '')) : text;
}

/** Words of a header that are not ASCII (RFC 2047). */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : unquoted(text.replaceAll('_', ' ')),
    );
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})|([\u0080-\uffff]+)/gi, (whole, hex?: string) =>
    hex ? String.fromCharCode(parseInt(hex, 16)) : Buffer.from(whole).toString('latin1'),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
