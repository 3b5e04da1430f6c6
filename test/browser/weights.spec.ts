import { connect } from 'node:net';
import { carry, closeChrome, type Exchange, visit } from '../support/browser';
import { type Sheet, type Sheets, show, startSheets } from '../support/trainee-pages';
import { sessionFor, stranger } from '../support/visitor';
import type { Language } from '../../src/kernel/language';

/** What a page may cost: its first response must fit the first round trip of a slow line (ten packets). */
const MOST = { first: 14_000, whole: 50_000, requests: 6, script: 10_000 };

interface Weight {
  name: string;
  first: number;
  whole: number;
  requests: number;
  script: number;
  elsewhere: string[];
}

let sheets: Sheets;
/** The sign in the tab: a browser with a window asks for it, this one does not. */
let icon: number;
const weights: Weight[] = [];

beforeAll(async () => {
  sheets = await startSheets();
  const { text } = await stranger(sheets.world).get('/verify');
  icon = await bytesOverTheWire(/<link rel="icon" href="([^"]+)"/.exec(text)![1]!);
});
afterAll(async () => {
  await closeChrome();
  await sheets.world.stop();
});

/** What a browser that has never been here gets over the wire for this page. */
async function weigh(sheet: Sheet, language?: Language): Promise<Weight> {
  const { world } = sheets;
  const { page, context, network, close } = await visit({ width: 390, ...(language && { language }) });
  try {
    if (sheet.who) await carry(context, world.address, await sessionFor(world, sheet.who));
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (sheet.pairs) await page.goto(sheet.elsewhere ? 'about:blank' : `${world.address}/verify`);
    network.take();
    await show(page, world.address, sheet, language);
    await page.waitForLoadState('networkidle');
    return measured(sheet.name + (language ? `, ${language}` : ''), network.take());
  } finally {
    await close();
  }
}

function measured(name: string, exchanges: Exchange[]): Weight {
  const bytes = (list: Exchange[]) => list.reduce((sum, one) => sum + one.bytes, 0);
  const documents = exchanges.filter(({ kind }) => kind === 'Document');
  if (!documents.length || exchanges.some((one) => !one.bytes)) throw new Error(`“${name}” was not measured: ${JSON.stringify(exchanges)}`);
  return {
    name,
    first: bytes(documents),
    whole: bytes(exchanges) + icon,
    requests: exchanges.length + 1,
    script: bytes(exchanges.filter(({ kind }) => kind === 'Script')),
    elsewhere: exchanges.map(({ address }) => address).filter((address) => !address.startsWith(`${sheets.world.address}/`)),
  };
}

function table(): string {
  const line = (cells: (string | number)[]) => cells.map((cell, i) => (i ? String(cell).padStart(8) : String(cell).padEnd(30))).join(' ');
  const columns = ['first', 'whole', 'requests', 'script'] as const;
  const rows = weights.map((one) => line([one.name, ...columns.map((column) => one[column])]));
  const most = line(['the most', ...columns.map((column) => Math.max(...weights.map((one) => one[column])))]);
  const limit = line(['limit', ...columns.map((column) => MOST[column])]);
  return [line(['page (bytes over the wire)', ...columns]), ...rows, most, limit].join('\n');
}

describe('what a page weighs', () => {
  it('is counted with its headers', async () => {
    const raw = await bytesOverTheWire('/verify');
    const { page, network, close } = await visit({ javaScript: false });
    await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
    await page.goto(`${sheets.world.address}/verify`, { waitUntil: 'networkidle' });
    const [document] = network.take();
    await close();
    expect(Math.abs(document!.bytes - raw)).toBeLessThan(100); // dates and the lengths of chunks differ
  });

  it('is measured on every page that learners and strangers see', async () => {
    for (const sheet of sheets.sheets.filter(({ learner }) => learner)) {
      weights.push(await weigh(sheet));
      if (/^(lesson|result)/.test(sheet.name)) weights.push(await weigh(sheet, 'ar'));
    }
    console.log(table());
    expect(weights.length).toBeGreaterThan(50);
  });

  it.each(['first', 'whole', 'requests', 'script'] as const)('%s: no page goes over the limit', (column) => {
    expect(weights.length).toBeGreaterThan(50);
    expect(weights.filter((one) => one[column] > MOST[column]).map((one) => `${one.name}: ${one[column]}`)).toEqual([]);
  });

  it('no page asks another site for anything', () => {
    expect(weights.flatMap(({ elsewhere }) => elsewhere)).toEqual([]);
  });
});

/** Everything that comes back on a plain connection, counted without any browser. */
async function bytesOverTheWire(address: string): Promise<number> {
  const { port } = new URL(sheets.world.address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\nAccept-Language: en\r\nConnection: close\r\n\r\n`,
  );
  let bytes = 0;
  for await (const part of socket) bytes += (part as Buffer).length;
  return bytes;
}
