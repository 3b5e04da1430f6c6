import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../bench/processes.mjs';

const START_MS = 30_000;

/** The demo, on a free port and with a folder of its own. */
export async function startDemo(root) {
  const data = await mkdtemp(join(tmpdir(), 'chapterhouse-pictures-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['dist/demo.js'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: data, HOST: 'localhost', BASE_URL: '', DATABASE_URL: '', SMTP_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  server.stdout.on('data', (part) => (said += part));

  const stop = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    await rm(data, { recursive: true, force: true });
  };
  for (const until = Date.now() + START_MS; !(await fetch(`${address}/health`).catch(() => null))?.ok; await setTimeout(50)) {
    if (server.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`The demo does not start\n${said}`);
  }
  return { address, stop, routes: () => routesIn(said), letter: (recipient) => letterTo(join(data, 'mail'), recipient) };
}

/** The patterns of the addresses that somebody has been to, as the log has them. */
function routesIn(said) {
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const requests = lines.map((line) => JSON.parse(line)).filter(({ event, method }) => event === 'request' && method === 'GET');
  return new Set(requests.map(({ route }) => route));
}

/** The text of the letter that lies in the mail folder for somebody. */
async function letterTo(folder, recipient) {
  for (let tries = 0; tries < 100; tries++, await setTimeout(50)) {
    const names = await readdir(folder).catch(() => []);
    const letters = await Promise.all(names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')));
    const found = letters.find((letter) => letter.includes(`To: ${recipient}`));
    if (found) return found.replaceAll('=\n', '').replaceAll('=3D', '=');
  }
  throw new Error(`No letter for ${recipient} in ${folder}`);
}
