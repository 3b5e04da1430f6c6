// What the statistics of a quiz cost over a million answers: how long they take, and for how long at a stretch nobody else would be answered
// meanwhile. Prints JSON for `npm run bench`.
import { join } from 'node:path';
import { bare, inWorld, watched } from './world.mjs';

const QUESTIONS = 10;
const ATTEMPTS = Number(process.argv[2] ?? 100_000);
const LANGUAGES = ['en', 'fr', 'ar', 'zh', 'pt', 'ru', 'es'];
const KEYS = Array.from({ length: QUESTIONS }, (_, at) => `q${at}`);

await inWorld('statistics', async ({ get, folder, database }) => {
  const content = get('content/content.service.js', 'Content');
  const versionId = await database.write((write) => content.publish(write, quiz(), new Date()));
  const beside = await bare(join(folder, 'chapterhouse.sqlite'));
  await fill(beside.ask, versionId);
  const [{ answers }] = await beside.ask(
    `SELECT COUNT(*) AS answers FROM "answers" w JOIN "attempts" a ON a."id" = w."attemptId" WHERE a."quizVersionId" = ?`,
    versionId,
  );
  const [{ chapterId }] = await beside.ask(
    `SELECT c."chapterId" FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId" WHERE a."quizVersionId" = ? LIMIT 1`,
    versionId,
  );
  await beside.close();
  const reports = get('quizzes/analysis/reports.service.js', 'Reports');
  const { result, ms, blocked, clock } = await watched(() => reports.of('bench-statistics', chapterId, 'first', 'en'));
  const again = await watched(() => reports.of('bench-statistics', chapterId, 'first', 'en'));
  const items = result.report.items.map(({ n }) => n);
  if (items.length !== QUESTIONS || items.some((n) => n !== ATTEMPTS)) throw new Error(`Not everything was counted: ${items}`);
  process.stdout.write(
    JSON.stringify({ answers, attempts: ATTEMPTS, ms, blocked, clock, again: { ms: again.ms, blocked: again.blocked } }),
  );
});

function quiz() {
  const questions = KEYS.map((key) => ({
    key,
    type: 'single',
    points: 1 + (Number(key.slice(1)) % 3),
    read: null,
    options: ['a', 'b', 'c', 'd'],
    right: 'a',
    weights: {},
  }));
  const texts = Object.fromEntries(
    KEYS.flatMap((key) => [
      [`questions.${key}.stem`, `Question ${key}`],
      ...['a', 'b', 'c', 'd'].map((option) => [`questions.${key}.options.${option}.text`, `Option ${option}`]),
    ]),
  );
  const structure = { module: 'bench', passMark: 60, minutes: null, questions };
  return {
    kind: 'quiz',
    slug: 'bench-statistics',
    language: 'en',
    structure,
    texts: { title: 'Bench', summary: 'Bench', ...texts },
    references: [],
  };
}

/** People with one attempt each, who know more or less; all of it made by the database. */
async function fill(ask, versionId) {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ATTEMPTS})`;
  const id = (kind) => `printf('019d0000-${kind}-7000-8000-%012x', n.i)`;
  const chance = (salt) => `((((n.i * 48271 + ${salt} * 7919) % 2147483647) * 16807 % 2147483647) * 48271 % 2147483647 / 2147483647.0)`;
  const copy = async (table, where, given, from = 'n') => {
    const names = (await ask(`PRAGMA table_info("${table}")`)).map(({ name }) => name);
    await ask(`${numbers} INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
      SELECT ${names.map((name) => given[name] ?? `t."${name}"`).join(', ')} FROM ${from}, (SELECT * FROM "${table}" WHERE ${where} LIMIT 1) t`);
  };
  const [person, enrolment, attempt, email] = [id('0001'), id('0002'), id('0003'), "'s' || n.i || '@bench.example'"];
  const able = `(0.25 + 0.5 * (${chance(1)} + ${chance(2)}) / 2)`;
  const parts = (at) =>
    at < 5 ? [0.5, 0.333333333, 0.25].map((part, more) => `WHEN ${chance(at + 40)} < 0.${2 + 2 * more} THEN ${part}`) : [];
  const marks = KEYS.map((key, at) => `'${key}', CASE WHEN ${chance(at + 10)} < ${able} THEN 1 ${parts(at).join(' ')} ELSE 0 END`);
  const language = `CASE n.i % ${LANGUAGES.length} ${LANGUAGES.map((one, at) => `WHEN ${at} THEN '${one}'`).join(' ')} END`;
  await ask('BEGIN IMMEDIATE');
  await copy('people', `"email" = 'esther@demo.example'`, { id: person, email, emailKey: email });
  const esthers = `(SELECT p."id" FROM "people" p WHERE p."email" = 'esther@demo.example')`;
  await copy('enrolments', `"personId" = ${esthers}`, { id: enrolment, personId: person });
  const own = {
    id: attempt,
    enrolmentId: enrolment,
    personId: person,
    quizVersionId: `'${versionId}'`,
    module: `'bench'`,
    step: `'bench-statistics'`,
    number: '1',
  };
  const done = { marks: `json_object(${marks.join(', ')})`, language, share: '0.5', points: '500', most: '1000', passed: '0' };
  await copy('attempts', `"handedInAt" IS NOT NULL`, { ...own, ...done });
  for (const [at, key] of KEYS.entries()) {
    const mark = `(SELECT json_extract(a."marks", '$.${key}') FROM "attempts" a WHERE a."id" = ${attempt})`;
    const option = `CASE ${mark} WHEN 1 THEN 'a' WHEN 0 THEN 'b' ELSE substr('cd', 1 + n.i / ${at + 1} % 2, 1) END`;
    await copy('answers', 'TRUE', {
      attemptId: attempt,
      question: `'${key}'`,
      given: `json_object('type', 'single', 'option', ${option})`,
      language,
    });
  }
  await ask('COMMIT');
  await ask('PRAGMA wal_checkpoint(TRUNCATE)');
}
