import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { prepare } from '../../src/app';
import { AppModule } from '../../src/app.module';
import type { Settings } from '../../src/configuration/environment';
import { Database } from '../../src/database/database.service';
import { Clock } from '../../src/web/requests/clock';
import { Log } from '../../src/web/requests/log';
import { Rounds } from '../../src/web/requests/rounds';
import { freshDatabase, type FreshDatabase } from './database';

/** A Monday morning at which every test begins, unless it says otherwise. */
export const MONDAY = new Date('2027-03-01T09:00:00.000Z');

/** A clock that moves only when a test moves it. */
export class TestClock extends Clock {
  constructor(private at = MONDAY) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date | string): void {
    this.at = new Date(at);
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    this.at = new Date(this.at.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
  }
}

/** What the app said of itself. */
export class TestLog extends Log {
  readonly lines: { event: string; [detail: string]: unknown }[] = [];

  constructor() {
    super((lines) =>
      this.lines.push(
        ...lines
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as TestLog['lines'][number]),
      ),
    );
  }

  get faults(): string[] {
    this.flush();
    return this.lines.filter(({ event }) => event === 'fault').map((line) => JSON.stringify(line));
  }
}

export interface TestApp {
  app: NestExpressApplication;
  /** `http://127.0.0.1:…` */
  address: string;
  database: Database;
  clock: TestClock;
  log: TestLog;
  settings: Settings;
  stop(): Promise<void>;
}

export interface Options {
  clock?: TestClock;
  settings?: Partial<Settings>;
  /** Modules beside those of the app, such as one with a route for the test. */
  modules?: Type[];
  /** Where it keeps everything; without it, a database with nothing but the tables. */
  database?: () => Promise<FreshDatabase>;
}

/** The real app on a free port of this machine, with a database, a clock, a log and a mail folder of its own. */
export async function startApp({
  clock = new TestClock(),
  settings: own = {},
  modules = [],
  database: fresh = freshDatabase,
}: Options = {}): Promise<TestApp> {
  const { url, file, drop } = await fresh();
  const folder = file ? dirname(file) : await mkdtemp(join(tmpdir(), 'chapterhouse-'));
  const settings: Settings = { ...testSettings(folder), databaseUrl: url, ...own };
  const log = new TestLog();
  const built = Test.createTestingModule({ imports: [AppModule.with(settings), DiscoveryModule, ...modules] });
  const module = await built.overrideProvider(Clock).useValue(clock).overrideProvider(Log).useValue(log).compile();
  const app = prepare(module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false }));
  const stop = async () => {
    await app.close();
    await drop();
    if (!file) await rm(folder, { recursive: true, force: true });
  };
  try {
    await app.init();
    standStill(app);
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await module.get(Database).close();
    await drop();
    throw error;
  }
  const address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  settings.baseUrl = address; // known only now; links in mails and invitations begin with it
  return { app, address, database: app.get(Database), clock, log, settings, stop };
}

/** On a slow machine a round would come in the middle of a test, ask what is counted and do what the test wants to see done. */
function standStill(app: NestExpressApplication): void {
  for (const { instance } of app.get(DiscoveryService).getProviders()) if (instance instanceof Rounds) instance.rest();
}

function testSettings(folder: string): Settings {
  return {
    mode: 'test',
    port: 0,
    host: '127.0.0.1',
    baseUrl: 'http://127.0.0.1',
    dataDir: folder,
    databaseUrl: null,
    sessionSecret: 'a secret that only the tests know',
    keysSecret: 'another secret that only the tests know',
    smtpUrl: null,
    mailFrom: 'Chapterhouse <no-reply@chapterhouse.test>',
    trustedProxies: 0,
    singleSignOn: null,
    reload: false,
  };
}
