// npm test: what asks a database on SQLite and again on PostgreSQL, side by side, and what asks none once; then what needs the machine to
// itself: the browser, kills, stops.
// `node test/run.mjs quizzes` runs the suites whose path has that in it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './support/postgres.mjs';
import { databaseScan, suites } from './support/suites.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LONGEST_MS = 40 * 60_000;
const wanted = process.argv.slice(2);
const results = mkdtempSync(join(tmpdir(), 'chapterhouse-results-'));
const children = new Set();
const endings = [];
const leftOut = [];

const ALONE = /^test\/(browser\/|kill\.spec|shutdown\.spec)/; // figures and moments matter: nothing else may run
const TOGETHER = 30; // suites that share one loaded app; more of them would hold on to memory
const BUILT = /^test\/(kill|shutdown)\.spec/; // they start the app as a host does, from dist
const all = suites(ROOT).filter((file) => !wanted.length || wanted.some((part) => file.includes(part)));

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void finish().then(() => process.exit(130)));
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  await finish();
}

async function main() {
  if (!all.length) return say(`No suite has ${wanted.join(' or ')} in its path`, false);
  const alone = all.filter((file) => ALONE.test(file));
  const together = all.filter((file) => !ALONE.test(file));
  const asks = databaseScan(ROOT);
  const [asking, plain] = [together.filter(asks), together.filter((file) => !asks(file))];
  const [postgres] = await Promise.all([server(asking), build(alone), browser(alone)]);
  const counts = await Promise.all([
    inTurn('sqlite', asking, {}).then(async (first) => [first, await inTurn('plain', plain, {})]),
    postgres && inTurn('postgres', asking, { DATABASE_URL: postgres.url }),
  ]).then((sides) => sides.flat());
  const able = alone.filter((file) => process.env.CHROME_PATH || !file.startsWith('test/browser/'));
  counts.push(await jest('alone', able, ['--runTestsByPath', ...able], {}));
  return total(counts.filter(Boolean));
}

/** PostgreSQL for the suites that need a database; null where it cannot run. */
async function server(files) {
  if (!files.length) return null;
  try {
    const started = await startPostgres();
    endings.push(started.stop);
    return started;
  } catch (error) {
    leftOut.push(`PostgreSQL cannot run here (${firstLine(error)}): ${files.length} suites ran on SQLite only`);
    return null;
  }
}

/** Chromium unpacks itself the first time; done once here, so that suites do not race for it. */
async function browser(files) {
  const count = files.filter((file) => file.startsWith('test/browser/')).length;
  if (!count || process.env.CHROME_PATH) return;
  try {
    process.env.CHROME_PATH = await (await import('@sparticuz/chromium')).default.executablePath();
    const { chromium } = await import('playwright-core');
    await (await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] })).close();
  } catch (error) {
    delete process.env.CHROME_PATH;
    leftOut.push(`No Chromium runs here (${firstLine(error)}): ${count} suites did not run. CHROME_PATH can name one.`);
  }
}

async function build(files) {
  if (!files.some((file) => BUILT.test(file))) return;
  const { code, said } = await run('node_modules/@nestjs/cli/bin/nest.js', ['build'], {}, false);
  if (code !== 0) leftOut.push(`The app does not build, so nothing could start it:\n${said}`);
}

/** Suites side by side in one app, as many at a time as memory likes; what they need of each other is nothing. */
async function inTurn(label, files, environment) {
  const whole = { label, passed: 0, failed: 0, skipped: 0 };
  for (let at = 0; at < files.length; at += TOGETHER) {
    const part = files.slice(at, at + TOGETHER);
    const SUITES = JSON.stringify(part);
    const counts = await jest(label, part, ['--testMatch', '<rootDir>/test/support/together.ts'], { ...environment, SUITES });
    for (const what of ['passed', 'failed', 'skipped']) whole[what] += counts[what];
  }
  return files.length ? whole : null;
}

/** One jest; it writes down what it has counted, and a suite that leaves nothing has failed. */
async function jest(label, files, which, environment) {
  if (!files.length) return null;
  const counts = join(results, label);
  const args = ['--runInBand', `--reporters=${join(ROOT, 'test/support/reporter.cjs')}`, ...which];
  const colours = process.stdout.isTTY ? {} : { FORCE_COLOR: '0', NO_COLOR: '1' };
  rmSync(counts, { force: true });
  const { code } = await run(
    'node_modules/jest/bin/jest.js',
    args,
    { ...colours, ...environment, RUN_LABEL: label, RUN_COUNTS: counts },
    true,
  );
  try {
    const { passed, failed, skipped, suites } = JSON.parse(readFileSync(counts, 'utf8'));
    return { label, passed, failed: Math.max(failed + files.length - suites, code === 0 ? 0 : 1), skipped };
  } catch {
    return say(`${label}: jest ended with ${code} before it could count`, { label, passed: 0, failed: files.length, skipped: 0 });
  }
}

/** Runs a script of ours in a process group of its own, so that nothing it starts outlives it. */
async function run(script, args, environment, aloud) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: aloud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data));
  const tooLong = setTimeout(() => say(`${script} ran for more than ${LONGEST_MS / 60_000} minutes`, sweep(child)), LONGEST_MS);
  const [code, signal] = await once(child, 'exit');
  clearTimeout(tooLong);
  sweep(child);
  return { code: signal ? `signal ${signal}` : code, said };
}

/** Ends a child with everything it has started. */
function sweep(child) {
  children.delete(child);
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // nothing of it is left
  }
}

async function finish() {
  for (const child of children) sweep(child);
  for (const end of endings.splice(0)) await end();
  rmSync(results, { recursive: true, force: true });
}

function total(counts) {
  const sum = (what) => counts.reduce((before, one) => before + one[what], 0);
  const strict = process.env.CI === 'true' && leftOut.length ? leftOut.length : 0;
  const failed = sum('failed') + strict;
  console.log('');
  for (const { label, passed, failed, skipped } of counts)
    console.log(`${label.padEnd(9)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  for (const line of leftOut) console.log(`left out: ${line}`);
  console.log(`${sum('passed')} passed, ${failed} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
  return failed === 0;
}

function say(text, value) {
  console.log(text);
  return value;
}

function firstLine(error) {
  return String(error.message ?? error).split('\n')[0];
}
