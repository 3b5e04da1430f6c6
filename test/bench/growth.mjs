// What a chapter's growth costs: the board, a person's page and Today with 1,000 enrolments in the chapter and with 100,000, on the demo's own
// server and a database that is filled past it. Prints JSON for `npm run bench`; the ratio is what counts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { freePort, start } from './processes.mjs';
import { Visitor } from './visitor.mjs';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const IN_A_COHORT = 50;
const [FEW, MANY] = [1_000, 100_000];
const ROUNDS = 20;

const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-growth-'));
const port = await freePort();
const server = start(['--max-semi-space-size=8', 'dist/demo.js'], { cwd: ROOT, env: { PORT: String(port), DATA_DIR: folder }, core: 0 });
try {
  const base = `http://127.0.0.1:${port}`;
  await answering(base);
  const amara = await new Visitor(base).signIn('amara@demo.example');
  const database = new sqlite3.Database(join(folder, 'chapterhouse.sqlite'));
  const ask = (sql) => new Promise((done, failed) => database.all(sql, (error, rows) => (error ? failed(error) : done(rows))));
  await ask('PRAGMA busy_timeout = 10000');
  const [{ cohort, person }] = await ask(`SELECT e."cohortId" AS cohort, e."id" AS person FROM "enrolments" e
    JOIN "people" p ON p."id" = e."personId" WHERE p."email" = 'esther@demo.example'`);
  const places = { board: `/cohorts/${cohort}`, person: `/cohorts/${cohort}/people/${person}`, today: '/today' };

  await grow(ask, cohort, 0, FEW);
  await measure(amara, places); // warms up
  const few = await measure(amara, places);
  await grow(ask, cohort, FEW, MANY);
  await measure(amara, places);
  const many = await measure(amara, places);
  const ratios = Object.fromEntries(
    Object.keys(places).map((name) => [name, { few: few[name], many: many[name], ratio: many[name] / few[name] }]),
  );
  process.stdout.write(JSON.stringify({ from: FEW, to: MANY, pages: ratios }));
} finally {
  server.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

async function answering(base) {
  for (let i = 0; i < 1200; i++) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error('The server did not answer within a minute');
}

/** Milliseconds that half of the requests take at most, page by page. */
async function measure(visitor, places) {
  const waits = Object.fromEntries(Object.keys(places).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, place] of Object.entries(places)) {
      const began = performance.now();
      const html = await visitor.get(place);
      if (!html.includes('<main')) throw new Error(`${place} is no page`);
      waits[name].push(performance.now() - began);
    }
  }
  return Object.fromEntries(Object.entries(waits).map(([name, list]) => [name, list.sort((a, b) => a - b)[Math.floor(list.length / 2)]]));
}

/** Fills the chapter up: copies of a cohort, of its people and of what they have read and tried. The first thousand study now, the others did long ago. */
async function grow(ask, cohort, from, to) {
  const numbers = (first, last) => `WITH RECURSIVE n(i) AS (SELECT ${first} UNION ALL SELECT i + 1 FROM n WHERE i < ${last - 1})`;
  const id = (kind, number) => `printf('019a0000-${kind}-7000-8000-%012x', ${number})`;
  const copy = async (table, where, given, [first, last]) => {
    const columns = (await ask(`PRAGMA table_info("${table}")`)).map(({ name }) => name);
    const values = columns.map((name) => given[name] ?? `t."${name}"`);
    await ask(`${numbers(first, last)} INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
      SELECT ${values.join(', ')} FROM n, (SELECT * FROM "${table}" WHERE ${where} LIMIT 1) t`);
  };
  const esthers = `"enrolmentId" = (SELECT e."id" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" WHERE e."cohortId" = '${cohort}' AND p."email" = 'esther@demo.example')`;
  const over = from > 0 ? { startsOn: "'2020-01-06'", endsOn: "'2020-02-16'" } : {};
  const people = [from, to];
  const [begun, personOf, cohortOf] = [id('0003', 'n.i'), id('0002', 'n.i'), id('0001', `n.i / ${IN_A_COHORT}`)];
  await ask('BEGIN IMMEDIATE');
  await copy(
    'cohorts',
    `"id" = '${cohort}'`,
    { id: id('0001', 'n.i'), name: "'Cohort ' || n.i", ...over },
    people.map((n) => n / IN_A_COHORT),
  );
  const email = "'p' || n.i || '@bench.example'";
  await copy('people', `"email" = 'brian@demo.example'`, { id: personOf, name: "'Person ' || n.i", email, emailKey: email }, people);
  await copy(
    'enrolments',
    `"cohortId" = '${cohort}'`,
    { id: begun, cohortId: cohortOf, personId: personOf, state: "'active'", completedAt: 'NULL' },
    people,
  );
  const study = { enrolmentId: begun, personId: personOf };
  for (const [index, step] of ['where-the-idea-comes-from', 'what-rough-means', 'humming'].entries()) {
    const given = { ...study, id: id(`001${index}`, 'n.i'), subject: `'step:rough-consensus/${step}'` };
    await copy('completions', esthers, given, people);
  }
  for (const number of [1, 2]) await copy('attempts', esthers, { ...study, id: id(`002${number}`, 'n.i'), number: String(number) }, people);
  await ask('COMMIT');
  await ask('PRAGMA wal_checkpoint(TRUNCATE)'); // what was just written is read from where it stays
}
