import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../bench/processes.mjs';

const START_MS = 60_000; // a busy machine takes several times as long as usual

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

  let stopping = false;
  const stop = async () => {
    stopping = true;
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    await rm(data, { recursive: true, force: true });
  };
  // It says so itself: on a busy machine somebody else may have taken the port, and would answer in its place.
  const ready = async () => said.includes(`Chapterhouse demo: ${address}`) && (await fetch(`${address}/health`).catch(() => null))?.ok;
  for (const until = Date.now() + START_MS; !(await ready()); await setTimeout(50)) {
    if (server.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`The demo does not start\n${said}`);
  }
  server.once('exit', (code, signal) => stopping || console.error(`The demo ended (${signal ?? code}) before all was drawn`));
  return { address, stop, routes: () => routesIn(said), letter: (recipient, form) => letterTo(join(data, 'mail'), recipient, form) };
}

/** The patterns of the addresses that somebody has been to, as the log has them. */
function routesIn(said) {
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const requests = lines.map((line) => JSON.parse(line)).filter(({ event, method }) => event === 'request' && method === 'GET');
  return new Set(requests.map(({ route }) => route));
}

/** What has this form in a letter that lies in the mail folder for somebody. */
async function letterTo(folder, recipient, form) {
  for (let tries = 0; tries < 100; tries++, await setTimeout(50)) {
    const names = await readdir(folder).catch(() => []);
    const letters = await Promise.all(names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')));
    const own = letters.filter((letter) => letter.includes(`To: ${recipient}`));
    const found = own.map((letter) => form.exec(letter.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))).find(Boolean);
    if (found) return found[0];
  }
  throw new Error(`No letter for ${recipient} in ${folder} has ${form}`);
}
