import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { SingleSignOn } from '../../src/configuration/environment';
import { decoded } from '../support/html';

/** A real provider of OpenID Connect in a process of its own, and somebody’s browser at it. */
export class Elsewhere {
  private process: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async at(): Promise<Elsewhere> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    return new Elsewhere(port);
  }

  get settings(): SingleSignOn {
    const clientSecret = 'a secret between the two of them';
    return { issuer: `http://127.0.0.1:${this.port}`, clientId: 'chapterhouse', clientSecret, label: 'Elsewhere' };
  }

  async start(app: string): Promise<void> {
    const script = join(__dirname, '../support/identity-provider.mjs');
    this.process = spawn(process.execPath, [script, String(this.port), `${app}/sign-in/single-sign-on/return`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(this.process, 'exit').then(([code]) => Promise.reject(new Error(`the provider ended with ${code}`)));
    await Promise.race([once(this.process.stdout!, 'data'), ended]);
    ended.catch(() => undefined); // in the end it does
  }

  async stop(): Promise<void> {
    if (!this.process) return;
    this.process.kill();
    await once(this.process, 'exit');
  }

  /** Signs in there under a name and agrees; returns the address at which the browser comes back, which is asked for nothing yet. */
  async signIn(address: string, name: string): Promise<string> {
    const cookies = new Map<string, string>();
    const ask = async (to: string, body?: string) => {
      const answer = await fetch(to, {
        redirect: 'manual',
        headers: {
          cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '),
          ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(body !== undefined && { method: 'POST', body }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, key, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        cookies.set(key!, value!);
      }
      return answer;
    };
    let answer = await ask(address);
    for (let hops = 0; hops < 20; hops++) {
      const next = answer.headers.get('location');
      if (next) {
        const to = new URL(next, this.settings.issuer);
        if (to.origin !== this.settings.issuer) return to.pathname + to.search;
        answer = await ask(to.href);
        continue;
      }
      const html = await answer.text();
      const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
      if (!action || !prompt) throw new Error(`Elsewhere says ${answer.status}: ${html.slice(0, 500)}`);
      answer = await ask(
        new URL(decoded(action), this.settings.issuer).href,
        new URLSearchParams({ prompt, login: name, password: 'x' }).toString(),
      );
    }
    throw new Error('Elsewhere leads in circles');
  }
}
