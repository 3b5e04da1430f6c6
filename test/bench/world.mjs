// The app in the process of a bench, on the demo's data in a folder that is thrown away; and a watch over its event loop.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');

/** A compiled file of the app. */
export const dist = (path) => require(join(ROOT, 'dist', path));

/** Gives the work the app and ends it afterwards, however the work ends. */
export async function inWorld(name, work) {
  const folder = await mkdtemp(join(tmpdir(), `chapterhouse-${name}-`));
  const settings = dist('configuration/environment.js').demoSettings({ DATA_DIR: folder, PORT: '0' });
  const { NestFactory } = require('@nestjs/core');
  const app = await NestFactory.createApplicationContext(dist('app.module.js').AppModule.with(settings), { logger: false });
  const get = (path, one) => app.get(dist(path)[one], { strict: false });
  try {
    await get('seeding/library.seeder.js', 'LibrarySeeder').load(join(ROOT, 'seeds/library'), new Date());
    await get('seeding/demo.seeder.js', 'DemoSeeder').load(join(ROOT, 'seeds/demo'), new Date());
    return await work({ get, folder, database: get('database/database.service.js', 'Database') });
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A connection of its own to a file of SQLite, without anything of the app. */
export async function bare(file) {
  const database = new sqlite3.Database(file);
  const ask = (sql, ...values) =>
    new Promise((done, failed) => database.all(sql, values, (error, rows) => (error ? failed(error) : done(rows))));
  await ask('PRAGMA busy_timeout = 10000');
  return { ask, close: () => new Promise((done) => database.close(done)) };
}

/**
 * How long a work took in milliseconds, and for how long at a stretch nobody else would have been answered: by the clock, and by what this
 * thread itself did meanwhile, where the system tells; on a busy machine the clock counts the neighbours, too.
 */
export async function watched(work) {
  let [last, worked, clock, blocked] = [performance.now(), ownWork(), 0, 0];
  const tick = () => {
    const [now, did] = [performance.now(), ownWork()];
    clock = Math.max(clock, now - last - 1);
    blocked = Math.max(blocked, did === null ? now - last - 1 : Math.min(did - worked, now - last));
    [last, worked] = [now, did];
  };
  const timer = setInterval(tick, 1);
  const began = performance.now();
  try {
    const result = await work();
    const ms = performance.now() - began;
    await new Promise((next) => setTimeout(next, 5));
    return { result, ms, blocked, clock };
  } finally {
    clearInterval(timer);
  }
}

/** Milliseconds that the main thread has had a core so far; null where that is not said. */
function ownWork() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}
