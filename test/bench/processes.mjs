import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';

const pinning = spawnSync('taskset', ['--version']).status === 0;

/** A Node process, on one core where the system can do that. */
export function start(args, { cwd, env = {}, core, input = null }) {
  const command = pinning ? ['taskset', '-c', String(core), process.execPath, ...args] : [process.execPath, ...args];
  const child = spawn(command[0], command.slice(1), {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', input === null ? 'ignore' : 'pipe', 'inherit'],
  });
  child.stdin.end(input ?? '');
  return child;
}

/** Runs to its end; gives what it printed. */
export async function run(args, options) {
  const child = start(args, { input: '', ...options });
  let printed = '';
  child.stdout.on('data', (part) => (printed += part));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return printed;
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Megabytes in memory; taskset becomes the process it starts. */
export async function memoryOf(child) {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
}
