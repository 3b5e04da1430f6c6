import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Language } from '../../src/kernel/language';
import { LONGEST_MS } from './until';

export interface Look {
  javaScript?: boolean;
  language?: Language | 'xx';
  dark?: boolean;
  width?: number;
  height?: number;
}

/** One request as the network saw it. */
export interface Exchange {
  address: string;
  kind: string;
  status: number;
  /** Bytes that came over the wire: headers and the compressed body. */
  bytes: number;
}

export interface Window {
  page: Page;
  context: BrowserContext;
  network: Network;
  close(): Promise<void>;
}

let running: Promise<Browser> | null = null;

/** One Chromium for a suite: that of the machine (CHROME_PATH) or the one that came with the packages. */
export function chrome(): Promise<Browser> {
  running ??= executable().then((executablePath) => chromium.launch({ executablePath, args: ['--no-sandbox'] }));
  return running;
}

export async function closeChrome(): Promise<void> {
  const browser = await running;
  running = null;
  await browser?.close();
}

/** The packages' Chromium unpacks itself when it is asked for; it is an ES module, which jest cannot load, so a process of its own asks. */
async function executable(): Promise<string> {
  const own = process.env.CHROME_PATH;
  if (own && !existsSync(own)) throw new Error(`CHROME_PATH names ${own}, which is not there`);
  if (own) return own;
  const ask = `import('@sparticuz/chromium').then(async ({ default: chromium }) => process.stdout.write(await chromium.executablePath()))`;
  return (await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', ask], { cwd: __dirname })).stdout;
}

/** A new window with nothing in it: no cookies, no cache. */
export async function visit({
  javaScript = true,
  language,
  dark = false,
  width = 1280,
  height = width < 600 ? 844 : 900,
}: Look = {}): Promise<Window> {
  const context = await (
    await chrome()
  ).newContext({
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height },
    isMobile: width < 600,
    hasTouch: width < 600,
    locale: language && language !== 'xx' ? language : 'en',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(LONGEST_MS);
  const page = await context.newPage();
  const network = await Network.of(page);
  return { page, context, network, close: () => context.close() };
}

/** Lets a window in with a session that was made elsewhere. */
export async function carry(context: BrowserContext, address: string, session: string): Promise<void> {
  await context.addCookies([{ name: 'session', value: session, url: address, httpOnly: true, sameSite: 'Lax' }]);
}

/** What a page cost: every exchange since it was last asked, counted by the browser itself. */
export class Network {
  private readonly exchanges = new Map<string, Exchange>();

  static async of(page: Page): Promise<Network> {
    const network = new Network();
    await network.listen(await page.context().newCDPSession(page));
    return network;
  }

  take(): Exchange[] {
    const taken = [...this.exchanges.values()].filter(({ address }) => address.startsWith('http'));
    this.exchanges.clear();
    return taken;
  }

  private async listen(session: CDPSession): Promise<void> {
    session.on('Network.requestWillBeSent', ({ requestId, request, type, redirectResponse }) => {
      const before = this.exchanges.get(requestId);
      if (before && redirectResponse)
        this.exchanges.set(`${requestId} ${before.address}`, {
          ...before,
          status: redirectResponse.status,
          bytes: redirectResponse.encodedDataLength,
        });
      this.exchanges.set(requestId, { address: request.url, kind: type ?? 'Other', status: 0, bytes: 0 });
    });
    session.on('Network.responseReceived', ({ requestId, response }) => {
      const exchange = this.exchanges.get(requestId);
      if (exchange) exchange.status = response.status;
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const exchange = this.exchanges.get(requestId);
      if (exchange) exchange.bytes = encodedDataLength; // headers and body, as they came
    });
    await session.send('Network.enable');
  }
}
