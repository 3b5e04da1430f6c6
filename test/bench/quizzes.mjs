// What quizzes bear: saving an answer and opening a question with a thousand attempts in the database and with a million, three hundred people who
// hand in within one second and three thousand within one minute. Prints JSON for `npm run bench`; everything handed in is counted afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { freePort, start } from './processes.mjs';
import { Visitor } from './visitor.mjs';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const PEOPLE = 300;
const ATTEMPTS_EACH = 11; // the first of each rings the bell, the others fill a minute
const MANY = 1_000_000;
const FILLERS = 20_000;
const ROUNDS = 200;

const attemptOf = (person, number) =>
  `/attempts/019b0000-01${String(number).padStart(2, '0')}-7000-8000-${person.toString(16).padStart(12, '0')}`;
const numbers = (from, to) => `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`;
const idOf = (kind, number) => `printf('019b0000-${kind}-7000-8000-%012x', ${number})`;

const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-quizzes-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const server = start(['--max-semi-space-size=8', 'dist/demo.js'], { cwd: ROOT, env: { PORT: String(port), DATA_DIR: folder }, core: 0 });
try {
  await answering();
  const database = new sqlite3.Database(join(folder, 'chapterhouse.sqlite'));
  const ask = (sql) => new Promise((done, failed) => database.all(sql, (error, rows) => (error ? failed(error) : done(rows))));
  await ask('PRAGMA busy_timeout = 10000');
  const template = await answered(ask);
  await copyPeople(ask, template);
  const people = await signedIn();
  const few = await measure(people);
  await fill(ask, template);
  const many = await measure(people);
  const bell = await handIn(people, 1, 1_000, 1);
  const minute = await handIn(people, 2, 60_000, ATTEMPTS_EACH - 1);
  const [{ count }] = await ask(
    `SELECT COUNT(*) AS count FROM "attempts" WHERE "id" LIKE '019b0000-%' AND "handedInAt" IS NOT NULL AND "points" > 0`,
  );
  const growth = Object.fromEntries(
    ['save', 'open'].map((name) => [name, { few: few[name], many: many[name], ratio: many[name] / few[name] }]),
  );
  process.stdout.write(JSON.stringify({ attempts: MANY, growth, bell, minute, kept: count }));
} finally {
  server.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

async function answering() {
  for (let i = 0; i < 1200; i++) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error('The server did not answer within a minute');
}

/** An open attempt of the demo in which every question is answered: what is copied. */
async function answered(ask) {
  const fatuma = await new Visitor(base).signIn('fatuma@demo.example');
  const quiz = /\/quizzes\/[^"#]+/.exec(await fatuma.get('/learning'))[0];
  const first = await fatuma.press(quiz, /action="([^"]+\/attempts)"/);
  const id = first.split('/')[2];
  await ask(`INSERT INTO "answers" SELECT ${(await columns(ask, 'answers')).map((name) => (name === 'attemptId' ? `'${id}'` : `n."${name}"`)).join(', ')}
    FROM "answers" n WHERE n."attemptId" = (SELECT a."id" FROM "attempts" a WHERE a."handedInAt" IS NOT NULL ORDER BY a."id" LIMIT 1)`);
  const [{ questions }] = await ask(`SELECT COUNT(*) AS questions FROM "answers" WHERE "attemptId" = '${id}'`);
  if (questions < 10) throw new Error(`Only ${questions} answers to copy`);
  return id;
}

async function columns(ask, table) {
  return (await ask(`PRAGMA table_info("${table}")`)).map(({ name }) => name);
}

async function copy(ask, table, where, given, [from, to]) {
  const names = await columns(ask, table);
  await ask(`${numbers(from, to)} INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
    SELECT ${names.map((name) => given[name] ?? `t."${name}"`).join(', ')} FROM n, "${table}" t WHERE ${where}`);
}

/** People with the same password, each with open attempts in which everything is answered. */
async function copyPeople(ask, attempt) {
  const email = "'q' || n.i || '@bench.example'";
  const all = [0, PEOPLE + FILLERS];
  await ask('BEGIN IMMEDIATE');
  await copy(
    ask,
    'people',
    `t."email" = 'fatuma@demo.example'`,
    { id: idOf('0001', 'n.i'), name: "'Person ' || n.i", email, emailKey: email },
    all,
  );
  const person = { enrolmentId: idOf('0002', 'n.i'), personId: idOf('0001', 'n.i') };
  const mine = `(SELECT a."enrolmentId" FROM "attempts" a WHERE a."id" = '${attempt}')`;
  await copy(ask, 'enrolments', `t."id" = ${mine}`, { id: idOf('0002', 'n.i'), personId: idOf('0001', 'n.i') }, all);
  for (let number = 1; number <= ATTEMPTS_EACH; number++) {
    const id = idOf(`01${String(number).padStart(2, '0')}`, 'n.i');
    await copy(ask, 'attempts', `t."id" = '${attempt}'`, { ...person, id, number: String(number) }, [0, PEOPLE]);
    await copy(ask, 'answers', `t."attemptId" = '${attempt}'`, { attemptId: id }, [0, PEOPLE]);
  }
  await ask('COMMIT');
}

/** Past attempts of others, up to a million of them, each with an answer. */
async function fill(ask, attempt) {
  const each = Math.ceil(MANY / FILLERS);
  const handedIn = { handedInAt: `t."startedAt"`, points: '100', most: '100', passed: '1' };
  for (let number = 1; number <= each; number++) {
    const [id, given] = [`printf('019c0000-%04x-7000-8000-%012x', ${number}, n.i)`, { number: String(number), ...handedIn }];
    const person = { enrolmentId: idOf('0002', `n.i + ${PEOPLE}`), personId: idOf('0001', `n.i + ${PEOPLE}`) };
    await ask('BEGIN IMMEDIATE');
    await copy(ask, 'attempts', `t."id" = '${attempt}'`, { ...person, ...given, id }, [0, FILLERS]);
    await copy(
      ask,
      'answers',
      `t."attemptId" = '${attempt}' AND t."question" = (SELECT MIN(x."question") FROM "answers" x WHERE x."attemptId" = '${attempt}')`,
      { attemptId: id },
      [0, FILLERS],
    );
    await ask('COMMIT');
  }
  await ask('PRAGMA wal_checkpoint(TRUNCATE)');
}

async function signedIn() {
  const people = [];
  for (let number = 0; number < PEOPLE; number++) people.push(await new Visitor(base).signIn(`q${number}@bench.example`));
  return people;
}

/** Milliseconds that half of the requests take at most. */
async function measure(people) {
  const waits = { save: [], open: [] };
  for (let round = -20; round < ROUNDS; round++) {
    const [index, question] = [(round + 20) % people.length, `${attemptOf((round + 20) % people.length, 1)}/questions/1`];
    const opened = performance.now();
    const fields = await people[index].fields(question);
    const saving = performance.now();
    const answer = await people[index].post(question, { ...fields, answer: '1' });
    const done = performance.now();
    if (answer.status !== 303) throw new Error(`An answer was not saved: ${answer.status}`);
    if (round < 0) continue;
    waits.open.push(saving - opened);
    waits.save.push(done - saving);
  }
  return Object.fromEntries(Object.entries(waits).map(([name, list]) => [name, at(list, 0.5)]));
}

/** As pages carry it: a UUID of version 7. */
function formId() {
  const random = crypto.randomUUID();
  return `${random.slice(0, 14)}7${random.slice(15)}`;
}

/** Everybody hands in so many attempts, evenly over a time; what was acknowledged and how long it took. */
async function handIn(people, first, milliseconds, each) {
  const jobs = Array.from({ length: people.length * each }, (_, job) => [job % people.length, first + Math.floor(job / people.length)]);
  const waits = [];
  let acknowledged = 0;
  const begun = performance.now();
  await Promise.all(
    jobs.map(async ([person, number], job) => {
      await new Promise((wait) => setTimeout(wait, (job / jobs.length) * milliseconds));
      const sent = performance.now();
      const answer = await people[person].post(`${attemptOf(person, number)}/hand-in`, { form: formId() });
      waits.push(performance.now() - sent);
      if (answer.status === 303) acknowledged++;
    }),
  );
  return { sent: jobs.length, acknowledged, p50: at(waits, 0.5), p99: at(waits, 0.99), whole: performance.now() - begun };
}

function at(list, share) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length * share)];
}
