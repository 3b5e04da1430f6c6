import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { LONGEST_MS } from './until';

const ROOT = join(__dirname, '../..');

export interface Server {
  address: string;
  pid: number;
  /** From starting the process to its first answer. */
  readyInMs: number;
  /** All that it has said so far. */
  said(): string;
  /** Sends a signal and waits for the end; the exit code, or the signal that ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string>;
}

/** The secret of the tests, so that sessions made by an app in this process open a server of its own, too. */
export interface Place {
  dataDir: string;
  sessionSecret: string;
  /** Another script than the built app, such as one that adds a route to it. */
  script?: string;
}

/** The app as a host starts it: a process of its own, from dist, with production settings. */
export async function startServer({ dataDir, sessionSecret, script = 'dist/main.js' }: Place): Promise<Server> {
  build();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const settings = { PORT: String(port), HOST: '127.0.0.1', BASE_URL: address, DATA_DIR: dataDir, SESSION_SECRET: sessionSecret };
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, script)], { cwd: ROOT, env: { PATH: process.env.PATH, ...settings } });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  while (!(await answers(address))) {
    if (child.exitCode !== null || performance.now() - began > LONGEST_MS) throw new Error(`The server did not start:\n${said}`);
    await later(5);
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    const [code, by] = await ended;
    return code ?? by!;
  };
  return { address, pid: child.pid!, readyInMs: Math.round(performance.now() - began), said: () => said, end };
}

const running = new Set<ChildProcess>();

/** Ends whatever a suite has left running. */
export function endServers(): void {
  for (const child of running) child.kill('SIGKILL');
}

async function answers(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/health`).catch(() => null);
  return answer?.status === 200;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Builds when something in src is newer than what was built. */
function build(): void {
  const built = join(ROOT, 'dist/main.js');
  const newest = Math.max(...filesBelow(join(ROOT, 'src')).map((file) => statSync(file).mtimeMs));
  const stamp = join(ROOT, 'dist/.build');
  if (existsSync(built) && existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  execFileSync(process.execPath, [join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'], { cwd: ROOT });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}
