import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import sqlite3 from 'sqlite3';
import { newId } from '../../src/kernel/identifier';
import { isUnavailable } from '../../src/web/errors/unavailable';
import { freshDatabase, onPostgres } from '../support/database';
import { knock, post } from '../support/knock';
import { letters } from '../support/mail';
import { Page } from '../support/page';
import { sessionFor } from '../support/visitor';
import { startWorld, type World } from '../support/world';

const STACK = /node_modules|\bat \w+.*:\d+:\d|\.[jt]s:\d+/;

/** Somebody else's hold on the file, such as a copy being made; returns how to let it go. */
async function held(file: string): Promise<() => Promise<void>> {
  const handle = new sqlite3.Database(file);
  const run = (sql: string) => new Promise<void>((done, failed) => handle.exec(sql, (error) => (error ? failed(error) : done())));
  await run('BEGIN IMMEDIATE');
  return async () => {
    await run('ROLLBACK');
    await new Promise((closed) => handle.close(closed));
  };
}

/** A line to the database server that can be cut, and joined again. */
class Line {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  constructor(private readonly target: URL) {}

  /** The address of the database by this line. */
  get url(): string {
    return Object.assign(new URL(this.target), { host: `127.0.0.1:${this.port}` }).href;
  }

  async join(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      }
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = once(this.server!, 'close');
    this.server!.close();
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await closed;
  }
}

function saysNotNow(answer: { status: number; text: string; headers: Record<string, string> }): Page {
  const page = new Page(answer.text, '/', answer.status);
  expect([page.status, page.heading, answer.headers['retry-after']]).toEqual([503, 'Not now', '30']);
  expect(page.main).toContain(`Number of this report: ${answer.headers['x-request-id']}`);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.text).not.toMatch(STACK);
  return page;
}

(onPostgres ? describe.skip : describe)('while somebody else holds the file of the database', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('what is sent is refused after a while, kept on the page, and taken when it is sent again', async () => {
    const form = newId();
    const ask = () => post(world, '/password/forgotten', null, `form=${form}&email=wanjiku%40example.org`);
    const let_go = await held(join(world.settings.dataDir, 'chapterhouse.sqlite'));
    const page = saysNotNow(await ask());
    expect(page.fields.map(({ value }) => value)).toContain('wanjiku@example.org');
    expect((await knock(world, '/verify', {})).status).toBe(200); // whoever only reads is not held up
    await let_go();
    expect(await letters(world)).toEqual([]);
    expect((await ask()).status).toBe(200);
    expect((await letters(world)).map(({ to }) => to)).toEqual(['wanjiku@example.org']);
  });
});

(onPostgres ? describe : describe.skip)('while the line to the database server is cut', () => {
  let world: World;
  let line: Line;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    line = new Line(new URL(database.url!));
    await line.join();
    world = await startWorld({ settings: { databaseUrl: line.url } });
  });
  afterAll(async () => {
    await world.stop();
    await line.cut();
    await drop();
  });

  it('people get a page that says so, in their language, and everything is back when the server is', async () => {
    const session = await sessionFor(world, world.wanjiku);
    const learning = (language: string) => knock(world, '/learning', { cookies: { session }, headers: { 'accept-language': language } });
    expect((await learning('en')).status).toBe(200);
    world.clock.advance({ minutes: 1 }); // nobody is remembered any longer
    const asked = world.database.rows('SELECT pg_sleep(20)').catch((error: unknown) => error);
    await later(100); // it is on its way
    await line.cut();
    expect(isUnavailable(await asked)).toBe(true);
    const health = await knock(world, '/health', {});
    expect([health.status, JSON.parse(health.text)]).toEqual([503, { status: 'unavailable', reason: 'the database does not answer' }]);
    for (let i = 0; i < 12; i++) saysNotNow(await learning('en')); // more often than there are connections in the pool
    expect(new Page((await learning('ar')).text, '/', 503).language).toBe('ar');
    expect((await knock(world, '/sign-in', {})).status).toBe(200); // what needs no database is there
    await line.join();
    expect((await learning('en')).status).toBe(200);
    expect((await knock(world, '/health', {})).status).toBe(200);
  });
});

describe('of what a database may say', () => {
  it.each<[what: string, error: unknown]>([
    ['the file is locked', { code: 'SQLITE_BUSY', message: 'SQLITE_BUSY: database is locked' }],
    ['the disk is full', { code: 'SQLITE_FULL' }],
    ['the disk is full, as TypeORM passes it on', { message: 'x', driverError: { code: 'SQLITE_FULL' } }],
    ['the disk of the server is full', { driverError: { code: '53100' } }],
    ['the server stops', { driverError: { code: '57P01', message: 'terminating connection due to administrator command' } }],
    ['the server starts', { code: '57P03' }],
    ['the server has too many guests', { code: '53300' }],
    ['nobody is there', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })],
    ['nobody knows where it is', { code: 'ENOTFOUND' }],
    ['it hung up', new Error('Connection terminated unexpectedly')],
    ['nobody answered in time', new Error('timeout exceeded when trying to connect')],
    ['nobody had a turn in time', Object.assign(new Error('No turn to write within 10000 ms'), { code: 'SQLITE_BUSY' })],
  ])('this is said to be for a while: %s', (_, error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each<[what: string, error: unknown]>([
    ['a key is there already', { driverError: { code: 'SQLITE_CONSTRAINT' } }],
    ['a key is there already, on the server', { driverError: { code: '23505' } }],
    ['a table is not there', { driverError: { code: 'SQLITE_ERROR' } }],
    ['a fault of ours', new TypeError('x is not a function')],
    ['nothing', undefined],
    ['a word', 'SQLITE_BUSY'],
  ])('and this is a fault: %s', (_, error) => {
    expect(isUnavailable(error)).toBe(false);
  });
});
