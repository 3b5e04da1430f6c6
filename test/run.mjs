// npm test: suites in a queue from which several workers take. What asks a database runs on SQLite and again on PostgreSQL, what asks none
// runs once, and so does what needs a browser; then what needs the machine to itself: kills, stops.
// `node test/run.mjs quizzes` runs the suites whose path has that in it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './support/postgres.mjs';
import { databaseScan, suites } from './support/suites.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LONGEST_MS = 40 * 60_000;
const LINGER_MS = 120_000; // for a jest to end once all is counted; a suite that fell may have left something running
const SAID_AGAIN = 60; // lines of a failure that stand once more at the end, where a long run is read first
const wanted = process.argv.slice(2);
const results = mkdtempSync(join(tmpdir(), 'chapterhouse-results-'));
const children = new Set();
const endings = [];
const leftOut = [];

const ROOM_FOR_THE_YOUNG = '--max-semi-space-size=128'; // MB: apps that start and stop by the hundred leave much behind, and a seventh of the time went into clearing it
const WORKERS = Math.min(4, Math.max(2, availableParallelism()));
const TOGETHER = 20; // suites that share one loaded app; more of them would hold on to memory
const BROWSER = /^test\/browser\//;
const ALONE = /^test\/(kill|shutdown|threads|certificates\/issuing-kill|simulations\/live\/kill)\.spec/; // moments matter: nothing else may run; they start what they test as a host does, from dist
const all = suites(ROOT).filter((file) => !wanted.length || wanted.some((part) => file.includes(part)));

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void finish().then(() => process.exit(130)));
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  await finish();
}

async function main() {
  if (!all.length) return say(`No suite has ${wanted.join(' or ')} in its path`, false);
  const [alone, seen, together] = [all.filter((file) => ALONE.test(file)), all.filter((file) => BROWSER.test(file)), all.filter(plainly)];
  const asks = databaseScan(ROOT);
  const [asking, plain] = [together.filter(asks), together.filter((file) => !asks(file))];
  const [postgres] = await Promise.all([server(asking), build(alone), browser(seen)]);
  const onPostgres = postgres ? { DATABASE_URL: postgres.url } : null;
  const jobs = [
    ...(process.env.CHROME_PATH ? seen.map((file) => () => jest('browser', [file], ['--runTestsByPath', file], {})) : []),
    ...parts(asking).flatMap((part) => [
      () => inOne('sqlite', part, {}),
      ...(onPostgres ? [() => inOne('postgres', part, onPostgres)] : []),
    ]),
    ...parts(plain).map((part) => () => inOne('plain', part, {})),
  ];
  const counts = await inParallel(jobs);
  if (alone.length) counts.push(await jest('alone', alone, ['--runTestsByPath', ...alone], {}));
  return total(counts);
}

function plainly(file) {
  return !ALONE.test(file) && !BROWSER.test(file);
}

function parts(files) {
  return Array.from({ length: Math.ceil(files.length / TOGETHER) }, (_, at) => files.slice(at * TOGETHER, (at + 1) * TOGETHER));
}

/** Whoever is free takes the next job; the counts of all of them. */
async function inParallel(jobs) {
  const counts = [];
  const worker = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) counts.push(await job());
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return counts;
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
  if (!files.length || process.env.CHROME_PATH) return;
  try {
    process.env.CHROME_PATH = await (await import('@sparticuz/chromium')).default.executablePath();
    const { chromium } = await import('playwright-core');
    await (await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] })).close();
  } catch (error) {
    delete process.env.CHROME_PATH;
    leftOut.push(`No Chromium runs here (${firstLine(error)}): ${files.length} suites did not run. CHROME_PATH can name one.`);
  }
}

async function build(files) {
  if (!files.length) return;
  const { code, said } = await run('node_modules/@nestjs/cli/bin/nest.js', ['build'], {}, null);
  if (code !== 0) leftOut.push(`The app does not build, so nothing could start it:\n${said}`);
}

/** Several suites in one jest, with the app loaded once; they share nothing else. */
function inOne(label, files, environment) {
  const which = ['--testMatch', '<rootDir>/test/support/together.ts'];
  return jest(label, files, which, { ...environment, SUITES: JSON.stringify(files) });
}

/** One jest; it writes down what it has counted, and a suite that leaves nothing has failed. */
async function jest(label, files, which, environment) {
  const counts = join(results, randomUUID());
  const args = ['--runInBand', `--reporters=${join(ROOT, 'test/support/reporter.cjs')}`, ...which];
  const colours = process.stdout.isTTY ? {} : { FORCE_COLOR: '0', NO_COLOR: '1' };
  const { code } = await run(
    'node_modules/jest/bin/jest.js',
    args,
    { ...colours, ...environment, RUN_LABEL: label, RUN_COUNTS: counts },
    counts,
  );
  try {
    const { passed, failed, skipped, suites, fallen } = JSON.parse(readFileSync(counts, 'utf8'));
    const lost = Math.max(failed + files.length - suites, code === 0 ? 0 : 1);
    if (lost > failed)
      fallen.push(`${label}: jest ended with ${code}, and ${suites} of ${files.length} suites said something: ${files.join(', ')}`);
    return { label, passed, failed: lost, skipped, fallen };
  } catch {
    const fallen = [`${label}: jest ended with ${code} before it could count`];
    return say(fallen[0], { label, passed: 0, failed: files.length, skipped: 0, fallen });
  }
}

/** Runs a script of ours in a process group of its own, so that nothing it starts outlives it. With a file of results it is heard, and need not linger. */
async function run(script, args, environment, counts) {
  const child = spawn(process.execPath, [...(counts ? [ROOM_FOR_THE_YOUNG] : []), join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: counts ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data));
  const tooLong = setTimeout(() => say(`${script} ran for more than ${LONGEST_MS / 60_000} minutes`, sweep(child)), LONGEST_MS);
  const lingers = counts
    ? whenWritten(counts, () => say(`${environment.RUN_LABEL}: all is counted, and something goes on`, sweep(child)))
    : null;
  const [code, signal] = await once(child, 'exit');
  clearTimeout(tooLong);
  clearInterval(lingers);
  sweep(child);
  return { code: signal ? `signal ${signal}` : code, said };
}

/** Calls back when a file has been there for a while; returns how to stop waiting. */
function whenWritten(file, late) {
  let since = 0;
  const looking = setInterval(() => {
    since = existsSync(file) ? since || Date.now() : 0;
    if (since && Date.now() - since > LINGER_MS) late(clearInterval(looking));
  }, 1000);
  return looking;
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
  const sum = (what, label) => counts.reduce((before, one) => before + (label && one.label !== label ? 0 : one[what]), 0);
  const line = (label) => `${sum('passed', label)} passed, ${sum('failed', label) + (label ? 0 : missing)} failed`;
  const skipped = (label) => (sum('skipped', label) ? `, ${sum('skipped', label)} skipped` : '');
  const missing = process.env.CI === 'true' ? leftOut.length : 0;
  for (const said of counts.flatMap(({ fallen }) => fallen)) console.log(`\n${said.split('\n').slice(0, SAID_AGAIN).join('\n')}`);
  console.log('');
  for (const label of new Set(counts.map((one) => one.label))) console.log(`${label.padEnd(9)} ${line(label)}${skipped(label)}`);
  for (const one of leftOut) console.log(`left out: ${one}`);
  console.log(`${line()}${skipped()}`);
  return sum('failed') + missing === 0;
}

function say(text, value) {
  console.log(text);
  return value;
}

function firstLine(error) {
  return String(error.message ?? error).split('\n')[0];
}
