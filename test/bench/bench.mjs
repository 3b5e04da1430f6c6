// What a page and a saved answer cost beside the barest thing that could do the same work: `npm run bench [-- seconds rounds]`.
// The servers run on one core, the load on another; only loopback is asked. A machine's pace changes from one minute to the next: each target is
// measured between two runs of its yardstick, and what counts is the ratio to these two (the median of the rounds).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Visitor } from './visitor.mjs';
import {
  print,
  printBatch,
  printCredentials,
  printGrowth,
  printImports,
  printQuizzes,
  printRobots,
  printStatistics,
  printTables,
} from './printed.mjs';
import { start, freePort, memoryOf, run } from './processes.mjs';

const [seconds = 4, rounds = 3] = process.argv.slice(2).map(Number);
const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const CONNECTIONS = 10;
const LONGEST_START_MS = 60_000; // the demo fills its world first, which takes some seconds
const SMALL = ['--max-semi-space-size=8']; // as npm start does

const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-bench-'));
const running = [];
try {
  const port = await freePort();
  const began = performance.now();
  const server = start([...SMALL, 'dist/demo.js'], { cwd: ROOT, env: { PORT: String(port), DATA_DIR: folder }, core: 0 });
  running.push(server);
  const base = `http://127.0.0.1:${port}`;
  await answering(base);
  const firstByteFresh = performance.now() - began;
  const targets = await prepare(base);
  const bare = await startBare(targets.find(({ name }) => name === 'lesson').html);
  const filled = await memoryOf(server);

  const results = new Map();
  let yardsticks = 0;
  process.stderr.write('warming up\n'); // V8 compiles what is used often, over some ten seconds; a server that runs for weeks is always warm
  for (let round = 1; round <= 3; round++) for (const target of [bare, ...targets]) await load(target);
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`round ${round} of ${rounds}\n`);
    for (const target of targets) {
      const beside = () => (target.expect === 303 ? inserts(join(folder, `bare-${yardsticks++}.sqlite`)) : load(bare));
      const before = await beside();
      const own = await load(target);
      note(results, target.name, { ...own, beside: (before.rate + (await beside()).rate) / 2 });
      note(results, target.expect === 303 ? 'bare insert' : 'bare page', before);
    }
  }
  const again = await startAgain();
  print(results, { firstByteFresh, filled, ...again, busy: await memoryOf(server) });
  printTables(await measured('tables', 'tables.mjs', 0, { more: [String(seconds)] }));
  printRobots(await measured('people at tables', 'robots.mjs', 1, { more: ['2', '12', '20', '200'] }));
  printGrowth(await measured('growth', 'growth.mjs', 1));
  printQuizzes(await measured('quizzes', 'quizzes.mjs', 1));
  printStatistics(await measured('statistics', 'statistics.mjs', 1, { flags: SMALL }));
  printImports(await measured('imports', 'imports.mjs', 1, { flags: SMALL }));
  printCredentials(await measured('credentials', 'credentials.mjs', 0));
  printBatch(await measured('a cohort of certificates', 'batches.mjs', 0, { flags: SMALL }));
} finally {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

/** What a bench of its own prints as its last line; before it the app may have logged something. */
async function measured(what, file, core, { flags = [], more = [] } = {}) {
  process.stderr.write(`${what}\n`);
  const printed = await run([...flags, `test/bench/${file}`, ...more], { cwd: ROOT, core });
  return JSON.parse(printed.trim().split('\n').at(-1));
}

async function answering(base) {
  for (const end = performance.now() + LONGEST_START_MS; performance.now() < end;) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 10));
  }
  throw new Error(`The server did not answer within ${LONGEST_START_MS} ms`);
}

/** Signs in as people of the demo and finds the addresses that are asked. */
async function prepare(base) {
  const wanjiku = await new Visitor(base).signIn('wanjiku@demo.example');
  const learning = await wanjiku.get('/learning');
  const lesson = /\/lessons\/[^"#]+an-objection-is-a-question/.exec(learning)[0];
  const savers = [];
  for (const email of ['fatuma', 'esther', 'kevin', 'halima']) {
    const person = await new Visitor(base).signIn(`${email}@demo.example`);
    const quiz = /\/quizzes\/[^"#]+/.exec(await person.get('/learning'))[0];
    const question = (await person.press(quiz, /action="([^"]+\/attempts)"/)) ?? '';
    savers.push({ person, question, fields: await person.fields(question) });
  }
  const saving = savers.map(({ person, question, fields }) => ({
    method: 'POST',
    path: question,
    headers: { cookie: person.cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ ...fields, answer: '1' }).toString(),
  }));
  const page = async (name, visitor, path) => ({ name, url: base + path, cookie: visitor.cookie, html: await visitor.get(path) });
  return [
    await page('sign-in', new Visitor(base), '/sign-in'),
    await page('my learning', wanjiku, '/learning'),
    await page('lesson', wanjiku, lesson),
    await page('quiz question', savers[0].person, savers[0].question),
    await page('room', wanjiku, await roomOf(wanjiku)),
    { name: 'save an answer', url: base, requests: saving, expect: 303 },
  ];
}

/** Takes a seat at the exchange game and goes on to the first round, where objections wait for an answer. */
async function roomOf(person) {
  const start = /\/simulations\/[^"#]+exchange-point-peering/.exec(await person.get('/learning'))[0];
  const taken = await person.post(`${start}/tables`, { ...(await person.fields(start)), role: 'university' });
  const room = taken.headers.get('location');
  await person.post(`${room}/brief`, await person.fields(`${room}/brief`));
  const [form, phase] = ['form', 'phase'].map((name) => new RegExp(`/phase">[^]*?name="${name}" value="([^"]+)"`));
  const html = await person.get(room);
  await person.post(`${room}/phase`, { form: form.exec(html)[1], phase: phase.exec(html)[1] });
  return room;
}

async function startBare(html) {
  const port = await freePort();
  const child = start(['test/bench/bare-page.mjs'], { cwd: ROOT, env: { PORT: String(port) }, core: 0, input: html });
  running.push(child);
  await answering(`http://127.0.0.1:${port}`);
  return { name: 'bare page', url: `http://127.0.0.1:${port}/` };
}

async function load({ url, cookie = '', requests, expect = 200 }) {
  const headers = { cookie, 'accept-encoding': 'gzip' };
  const wanted = { url, connections: CONNECTIONS, duration: seconds, headers, ...(requests && { requests }) };
  const result = JSON.parse(await run(['test/bench/load.mjs'], { cwd: ROOT, core: 1, input: JSON.stringify(wanted) }));
  const others = Object.entries(result.statusCodeStats).filter(([status]) => Number(status) !== expect);
  if (others.length || result.errors) throw new Error(`${url}: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

async function inserts(file) {
  return JSON.parse(await run(['test/bench/bare-insert.mjs', file, String(seconds)], { cwd: ROOT, core: 0 }));
}

/** From starting the process to the first answer, and what it then holds in memory, with the database there. */
async function startAgain() {
  const port = await freePort();
  const began = performance.now();
  const child = start([...SMALL, 'dist/demo.js'], { cwd: ROOT, env: { PORT: String(port), DATA_DIR: folder }, core: 0 });
  running.push(child);
  await answering(`http://127.0.0.1:${port}`);
  const firstByte = performance.now() - began;
  const idle = await memoryOf(child);
  child.kill('SIGKILL');
  return { firstByte, idle };
}

function note(results, name, result) {
  results.set(name, [...(results.get(name) ?? []), result]);
}
