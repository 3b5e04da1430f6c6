// What a table costs: folding a long log, and appending commands at a steady pace, beside one bare durable INSERT after the other in the same
// process. Prints JSON for `npm run bench`; a run of its own so that it can have one core.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const dist = (path) => require(join(ROOT, 'dist', path));
const seconds = Number(process.argv[2] ?? 4);
const LONG_LOG = 5000;
const PACES = [
  { tables: 1, perSecond: 20 },
  { tables: 40, perSecond: 200 },
];

const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-tables-'));
const { NestFactory } = require('@nestjs/core');
const app = await NestFactory.createApplicationContext(dist('app.module.js').AppModule.with(settings()), { logger: false });
try {
  const bench = await world();
  const results = { fold: bench.fold(), insert: await bench.inserts() };
  results.paces = [];
  for (const pace of PACES) results.paces.push({ ...pace, ...(await bench.append(pace)) });
  results.turn = await bench.turns();
  process.stdout.write(JSON.stringify(results));
} finally {
  await app.close();
  await rm(folder, { recursive: true, force: true });
}

function settings() {
  return dist('configuration/environment.js').demoSettings({ DATA_DIR: folder, PORT: '0' });
}

async function world() {
  const get = (path, name) => app.get(dist(path)[name], { strict: false });
  const database = get('database/database.service.js', 'Database');
  const tables = get('simulations/tables/tables.service.js', 'Tables');
  const logs = get('simulations/tables/logs.service.js', 'Logs');
  const { newId } = dist('kernel/identifier.js');
  const { decide } = dist('simulations/engine/decide.js');
  const { fold } = dist('simulations/engine/evolve.js');
  const { TablePlace } = dist('simulations/tables/table-place.entity.js');
  const queries = get('simulations/tables/tables.queries.js', 'TableQueries');
  await get('seeding/library.seeder.js', 'LibrarySeeder').load(join(ROOT, 'seeds/library'), new Date());
  await get('seeding/demo.seeder.js', 'DemoSeeder').load(join(ROOT, 'seeds/demo'), new Date());
  const [study] =
    await database.rows(`SELECT e."id", e."personId", e."cohortId" FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohortId"
    JOIN "content_versions" v ON v."id" = c."programmeVersionId" WHERE v."slug" = 'the-table' LIMIT 1`);
  const step = get('simulations/tables/simulation-step.guard.js', 'OwnSimulationStep');
  const parameters = { enrolment: study.id, module: 'at-the-table', step: 'exchange-point-peering' };
  const place = await step.subject({ id: study.personId }, parameters);
  const sit = async (number) => {
    // a step has one open table at a time: each of these is finished on paper once it is seated, so that the next one can be opened
    const now = new Date();
    const id = await database.write((write) => tables.open(write, place, 'university', newId(), now));
    const open = async () => ({
      table: await queries.own(id, study.personId),
      study: async () => place.study,
    });
    await database.write(async (write) => tables.sitDown(write, await open(), newId(), now));
    await database.write((write) => write.update(TablePlace, { tableId: id }, { debriefedAt: now }));
    return { id, open, number };
  };
  const seats = [];
  for (let number = 0; number < Math.max(...PACES.map((pace) => pace.tables)); number++) seats.push(await sit(number));

  const first = await tables.logOf(await seats[0].open());

  const append = ({ id }) => {
    const words = { ref: newId() };
    return database.group((write) =>
      logs.append(write, id, newId(), ({ state, scenario }) => {
        const answer = decide(state, { do: 'speak', words, length: 12 }, { seat: 'university' }, Date.now(), scenario);
        if (answer.refused) throw new Error(answer.refused.reason);
        return answer.events;
      }),
    );
  };

  return {
    /** Milliseconds to fold a log of 5,000 events. */
    fold() {
      const { scenario, events } = longLog();
      const times = Array.from({ length: 9 }, () => timed(() => fold(events, scenario)));
      return { events: events.length, ms: percentile(times, 50) };

      function longLog() {
        const known = first;
        const log = [...known.events];
        for (let seq = log.length + 1; log.length < LONG_LOG; seq++) log.push(line(seq, log.at(-1).at));
        return { scenario: known.scenario, events: log };
      }
      function line(seq, at) {
        const common = { seq, at, by: { seat: 'university' }, audience: 'all' };
        const said = { type: 'statement-made', id: `s${seq}`, role: 'university', words: { ref: String(seq) }, length: 9 };
        const stood = { type: 'stance-set', role: 'university', clause: 'house', revision: 1, stance: 'support', words: null };
        return { ...common, ...(seq % 2 ? said : stood) };
      }
    },

    /** Durable INSERTs through the bare driver, one after the other. */
    async inserts() {
      const sqlite3 = require('sqlite3');
      const bare = new sqlite3.Database(join(folder, 'bare.sqlite'));
      const run = (sql, ...values) =>
        new Promise((resolve, reject) => bare.run(sql, values, (error) => (error ? reject(error) : resolve())));
      await run('PRAGMA journal_mode=WAL');
      await run('PRAGMA synchronous=FULL');
      await run('CREATE TABLE line (id TEXT PRIMARY KEY, text TEXT)');
      const times = [];
      const end = performance.now() + seconds * 250;
      while (performance.now() < end) {
        const began = performance.now();
        await run('INSERT INTO line VALUES (?, ?)', newId(), 'x'.repeat(300));
        times.push(performance.now() - began);
      }
      await new Promise((done) => bare.close(done));
      return { p50: percentile(times, 50), p95: percentile(times, 95) };
    },

    /** Commands at a steady pace, whatever the answers take; from when each was due to when it was durable. */
    async append({ tables: count, perSecond }) {
      const total = perSecond * seconds;
      const began = performance.now();
      const times = [];
      const works = [];
      for (let i = 0; i < total; i++) {
        const due = began + (i * 1000) / perSecond;
        const wait = due - performance.now();
        if (wait > 0) await later(wait);
        works.push(append(seats[i % count]).then(() => times.push(performance.now() - due)));
      }
      await Promise.all(works);
      return { acknowledged: times.length, p50: percentile(times, 50), p95: percentile(times, 95) };
    },

    /** A whole turn at a table for one: the person speaks, every scripted seat and the chair answer, all of it durable. */
    async turns() {
      const times = [];
      for (const seat of seats.slice(0, 12)) {
        const began = performance.now();
        const act = { id: newId(), command: { do: 'be-ready' }, text: null };
        await database.write(async (write) => tables.act(write, await seat.open(), act, new Date()));
        times.push(performance.now() - began);
      }
      return { p50: percentile(times, 50), p95: percentile(times, 95) };
    },
  };
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function percentile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))];
}
