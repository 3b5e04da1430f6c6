// People at tables, played over HTTP through the real pages, forms and streams: `node test/bench/robots.mjs [tables seats seconds idle pace]`
// (after `npm run build`). Each robot opens the room, listens, fetches the parts that changed as the page's script does, fills in a form that it finds
// there every so often, and sometimes sends one twice. The server has one core, the robots another. Afterwards the database is held against what they
// were told: what is lost, what is there twice, which happening was announced when. Prints JSON; `--said` prints lines.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { printRobots } from './printed.mjs';
import { freePort, memoryOf, start } from './processes.mjs';
import { Robot } from './robot.mjs';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const dist = (path) => require(join(ROOT, 'dist', path));
const aloud = process.argv.includes('--said');
const [tables = 2, seats = 10, seconds = 20, idle = 200, pace = 12] = process.argv
  .slice(2)
  .filter((word) => word !== '--said')
  .map(Number);
const LINES_OF_A_PERSON = 5; // a person has six at the most
const SCENARIO = 'exchange-point-peering';

const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-robots-'));
const settings = dist('configuration/environment.js').demoSettings({ DATA_DIR: folder, PORT: '0' });
let server = null;
try {
  const people = await prepare();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  server = start(['--max-semi-space-size=8', 'dist/demo.js'], { cwd: ROOT, env: { PORT: String(port), DATA_DIR: folder }, core: 0 });
  await answering(base);
  for (const one of people.lookers.slice(0, 20)) await Robot.once(base, one); // what every page needs is loaded once
  const streams = await idleStreams(base, people.lookers);
  const robots = people.players.map((one, index) => new Robot(base, one, index, pace));
  const began = Date.now();
  const processor = await processorOf(server);
  await Promise.all(robots.map((robot) => robot.play(began + seconds * 1000)));
  const busy = (await processorOf(server)) - processor;
  const took = (Date.now() - began) / 1000;
  const filled = await memoryOf(server);
  await later(1500); // what was committed last is announced, too
  for (const robot of robots) robot.leave();
  server.kill('SIGTERM');
  await later(1000);
  const told = await compare(robots);
  const times = robots.flatMap(({ commands }) => commands);
  const found = {
    tables,
    seats,
    seconds: Math.round(took),
    sent: robots.reduce((sum, { sent }) => sum + sent, 0),
    acknowledged: times.length,
    refused: robots.reduce((sum, { refused }) => sum + refused, 0),
    errors: robots.flatMap(({ errors }) => errors).length,
    firstError: robots.flatMap(({ errors }) => errors)[0] ?? null,
    ...told,
    command: { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99) },
    fragment: percentiles(robots.flatMap(({ looks }) => looks)),
    looks: robots.reduce((sum, { looks }) => sum + looks.length, 0),
    processor: busy / took,
    kilobytesInNinetyMinutes: Math.round(mean(robots.map(({ first, bytes }) => first + ((bytes - first) * 5400) / took)) / 1000),
    kinds: kindsOf(robots),
    idle: streams,
    memory: filled,
  };
  if (aloud) printRobots(found);
  else process.stdout.write(JSON.stringify(found));
} finally {
  server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

/** Tables with people at all of their seats, in the first round; and others who only look on, at a table of their own. */
async function prepare() {
  const { NestFactory } = require('@nestjs/core');
  const app = await NestFactory.createApplicationContext(dist('app.module.js').AppModule.with(settings), { logger: false });
  const get = (path, name) => app.get(dist(path)[name], { strict: false });
  const database = get('database/database.service.js', 'Database');
  const { newId } = dist('kernel/identifier.js');
  const now = new Date();
  await get('seeding/library.seeder.js', 'LibrarySeeder').load(join(ROOT, 'seeds/library'), now);
  await get('seeding/demo.seeder.js', 'DemoSeeder').load(join(ROOT, 'seeds/demo'), now);
  const { Cohort } = dist('cohorts/cohort.entity.js');
  const cohorts = get('cohorts/cohorts.service.js', 'Cohorts');
  const known = (await database.read(Cohort).find()).find(({ pins }) => pins[`scenario:${SCENARIO}`]);
  const days = { startsOn: now.toISOString().slice(0, 10), endsOn: new Date(now.getTime() + 14 * 86_400_000).toISOString().slice(0, 10) };
  const details = { name: 'Robots', language: 'en', zone: 'UTC', places: null, ...days };
  const cohort = await cohorts.byId(
    await database.write((write) => cohorts.open(write, known.chapterId, known.programmeVersionId, details, now)),
  );
  const scenarioVersionId = cohort.pins[`scenario:${SCENARIO}`];
  const roles = (await get('content/content.service.js', 'Content').document(scenarioVersionId)).structure.roles.map(({ key }) => key);
  const cohortTables = get('simulations/together/cohort-tables.service.js', 'CohortTables');
  const act = get('simulations/tables/tables.service.js', 'Tables');
  const own = get('simulations/tables/own-table.guard.js', 'OwnTable');
  const { Session } = dist('web/sessions/session.entity.js');

  const open = (name) =>
    database.write((write) => cohortTables.open(write, { cohortId: cohort.id, name, scenarioVersionId, mode: 'async' }, newId(), now));
  const person = async (tableId, role, nth) => {
    const details = { name: `Robot ${nth}`, email: `robot-${nth}@demo.example`, language: 'en', passwordHash: 'none', zone: null };
    const id = `s${randomBytes(18).toString('base64url')}`;
    const key = createHash('sha256').update(id).digest('base64url');
    return database.write(async (write) => {
      const people = get('people/people.service.js', 'People');
      const { id: personId } = await people.create(write, { ...details, steward: false, emailVerifiedAt: now }, now);
      const enrolmentId = await get('cohorts/enrolment/enrolments.service.js', 'Enrolments').join(write, cohort, personId, now);
      const sitter = { study: { enrolmentId, personId }, module: 'at-the-table', step: SCENARIO };
      await cohortTables.seat(write, tableId, sitter, role, newId(), now);
      const expiresAt = new Date(now.getTime() + 86_400_000);
      const cookie = { originalMaxAge: 86_400_000, expires: expiresAt, httpOnly: true, path: '/', sameSite: 'lax' };
      const data = JSON.stringify({ cookie, passport: { user: personId }, seenOn: now.toISOString().slice(0, 10), stored: true });
      await write.insert(Session, { id: key, personId, expiresAt, data });
      const signature = createHmac('sha256', settings.sessionSecret).update(id).digest('base64').replace(/=+$/, '');
      return { personId, tableId, role, cookie: `session=${encodeURIComponent(`s:${id}.${signature}`)}` };
    });
  };
  const brief = async ({ tableId, personId }) => {
    for (const command of [{ do: 'accept-contract' }, { do: 'acknowledge-brief' }]) {
      const place = await own.subject({ id: personId }, { table: tableId });
      await database.write((write) => act.act(write, place, { id: newId(), command, text: null }, now));
    }
  };
  const enter = async (tableId, phase, expectPhase) => {
    const command = { id: newId(), command: { do: 'enter-phase', phase, expectPhase }, text: null };
    await database.write((write) => cohortTables.direct(write, tableId, 'facilitator', command, players[0].personId, now));
  };

  const players = [];
  let nth = 0;
  for (let table = 0; table < tables; table++) {
    const tableId = await open(`Table ${table + 1}`);
    const here = [];
    for (let seat = 0; seat < seats; seat++) here.push(await person(tableId, roles[seat % roles.length], ++nth));
    for (const one of here.slice(0, roles.length)) await brief(one);
    players.push(...here);
    await enter(tableId, 'opening', 1);
    await enter(tableId, 'first-round', 2);
  }
  const quiet = await open('A quiet table');
  const lookers = [];
  for (let one = 0; one < Math.ceil(idle / LINES_OF_A_PERSON); one++) lookers.push(await person(quiet, roles[one % roles.length], ++nth));
  for (const one of lookers.slice(0, roles.length)) await brief(one);
  await app.close();
  return { players, lookers };
}

/** What lines cost on which nothing is said. */
async function idleStreams(base, lookers) {
  if (!lookers.length) return null;
  await later(3000);
  const before = await memoryOf(server);
  const open = [];
  for (let line = 0; line < idle; line++) open.push(await Robot.line(base, lookers[line % lookers.length]));
  await later(3000);
  const after = await memoryOf(server);
  for (const one of open) one.destroy();
  await later(500);
  return { streams: open.length, before, after };
}

/** What the database says beside what the robots were told. */
async function compare(robots) {
  const { heard } = dist('simulations/live/hearing.js');
  const sqlite3 = require('sqlite3');
  const database = new sqlite3.Database(join(folder, 'chapterhouse.sqlite'), sqlite3.OPEN_READONLY);
  const all = (sql) => new Promise((resolve, reject) => database.all(sql, (error, rows) => (error ? reject(error) : resolve(rows))));
  const lines = await all('SELECT "tableId", "commandId", "event" FROM "table_events" ORDER BY "tableId", "seq"');
  const texts = await all('SELECT "id", "text" FROM "table_texts"');
  database.close();
  const refs = new Map();
  for (const { id, text } of texts) refs.set(text, [...(refs.get(text) ?? []), id]);
  const events = new Map();
  for (const { tableId, commandId, event } of lines)
    events.set(tableId, [...(events.get(tableId) ?? []), { commandId, ...JSON.parse(event) }]);
  let [lost, twice, missed] = [0, 0, 0];
  const announced = [];
  for (const robot of robots) {
    const own = events.get(robot.tableId);
    for (const { text, form, done } of robot.posts) {
      const ids = refs.get(text) ?? [];
      const said = own.filter(({ commandId, words }) => commandId === form && ids.includes(words?.ref)).length;
      if (ids.length > 1 || said > 1) twice++;
      if (done && !said) lost++;
    }
    const may = heard(own, { seat: robot.role });
    for (let count = robot.from + 1; count <= may.length; count++) {
      const news = robot.news.find((one) => one.count >= count);
      if (!news) missed++;
      else announced.push(news.at - may[count - 1].at);
    }
  }
  return { lost, twice, missed, announcements: announced.length, announced: percentiles(announced), events: lines.length };
}

async function answering(base) {
  for (let i = 0; i < 2000; i++) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    if (answer?.ok) return;
    await later(10);
  }
  throw new Error('The server did not answer within twenty seconds');
}

/** Seconds of a processor that the server has used. */
async function processorOf(child) {
  const text = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = text.split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
  return (user + system) / 100;
}

function percentile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0);
}

function kindsOf(robots) {
  const kinds = {};
  for (const { kinds: own } of robots)
    for (const [kind, { times, asked, head, body }] of Object.entries(own)) {
      const sum = (kinds[kind] ??= { times: 0, asked: 0, head: 0, body: 0 });
      sum.times += times;
      sum.asked += asked;
      sum.head += head;
      sum.body += body;
    }
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, { times, asked, head, body }]) => [
      kind,
      { times, asked: Math.round(asked / times), head: Math.round(head / times), body: Math.round(body / times) },
    ]),
  );
}

function mean(list) {
  return list.reduce((sum, one) => sum + one, 0) / list.length;
}

function percentiles(list) {
  return { p50: percentile(list, 50), p95: percentile(list, 95), p99: percentile(list, 99) };
}
