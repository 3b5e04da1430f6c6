import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { Database, OPEN_READONLY } from 'sqlite3';
import { CertificateRule } from '../../src/certificates/issuing/certificate-rule.entity';
import { newId } from '../../src/kernel/identifier';
import { seeded } from '../../src/kernel/random';
import { TestClock } from '../support/app';
import { endServers, startServer } from '../support/server';
import { sessionFor } from '../support/visitor';
import { enrol, type LearningWorld, makePerson, startLearning } from '../support/world';
import { finish } from './finished';

const KILLS = Number(process.env.KILLS ?? 5);
const PEOPLE = 150;
const SEED = process.env.SEED ?? 'certificates';

interface Figures {
  issued: number;
  people: number;
  letters: number;
  told: number;
  seen: number | null;
  counted: number | null;
  running: number;
}

/** One press for a whole cohort, while people confirm their names and the machine falls again and again. */
describe('a server that is killed while it issues certificates', () => {
  const chance = seeded(SEED);
  let folder: string;
  let secret: string;
  let lead: string;
  let own: { session: string; enrolment: string }[];
  let cohort: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chapterhouse-issuing-'));
    const world = await startLearning({ clock: new TestClock(new Date()), settings: { databaseUrl: null, dataDir: folder } });
    await world.database.write((write) => write.insert(CertificateRule, { chapterId: world.kenya.id, accountNames: true }));
    for (let index = 0; index < PEOPLE; index++) await done(world, index);
    const first = await world.database.rows<{ id: string; personId: string }>(
      'SELECT "id", "personId" FROM "enrolments" WHERE "personId" IN (?)',
      [[world.wanjiku.id, world.baraka.id]],
    );
    own = [];
    for (const person of [world.wanjiku, world.baraka]) {
      const enrolment = first.find(({ personId }) => personId === person.id)!.id;
      await finish(world, person, enrolment);
      own.push({ session: await sessionFor(world, person), enrolment });
    }
    [lead, cohort, secret] = [await sessionFor(world, world.amara), world.cohort.id, world.settings.sessionSecret];
    await world.stop();
  });
  afterAll(async () => {
    endServers();
    await rm(folder, { recursive: true, force: true });
  });

  async function done(world: LearningWorld, index: number): Promise<void> {
    const person = await makePerson(world, { name: `Person ${index}`, email: `person${index}@example.org`, language: 'en' });
    await finish(world, person, await enrol(world, person, world.cohort));
  }

  const press = (site: string, session: string, path: string, fields: Record<string, string> = {}) =>
    fetch(site + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `session=${session}`, origin: site, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ form: newId(), ...fields }).toString(),
    }).then(
      ({ status }) => status,
      () => 0,
    );

  it(
    `issues to everybody once, tells everybody once, and goes on where it was (${KILLS} kills)`,
    async () => {
      const reached: number[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const server = await startServer({ dataDir: folder, sessionSecret: secret, script: 'test/support/issuing-server.cjs' });
        const presses = [
          press(server.address, lead, `/cohorts/${cohort}/certificates/issuing`),
          ...own.map(({ session, enrolment }) =>
            press(server.address, session, `/learning/${enrolment}/certificate`, { name: 'Own Name', latinName: '' }),
          ),
        ];
        const enough = (reached.at(-1) ?? 0) + 1 + chance() * 25; // it falls in the middle of its work, wherever that is
        for (let wait = 0; wait < 200 && (await figures()).issued < enough; wait++) await later(25);
        expect(await server.end('SIGKILL')).toBe('SIGKILL');
        await Promise.all(presses);
        const { issued, people } = await figures();
        expect(issued).toBe(people);
        reached.push(issued);
      }
      const server = await startServer({ dataDir: folder, sessionSecret: secret, script: 'test/support/issuing-server.cjs' });
      expect(await press(server.address, lead, `/cohorts/${cohort}/certificates/issuing`)).toBe(303);
      for (let wait = 0; wait < 300 && ((await figures()).running > 0 || (await figures()).issued < PEOPLE + own.length); wait++)
        await later(100);
      for (const { session, enrolment } of own)
        expect(await press(server.address, session, `/learning/${enrolment}/certificate`, { name: 'Own Name', latinName: '' })).toBe(303);
      await later(200);
      const found = await figures();
      await server.end('SIGKILL');
      console.log(
        `certificates: seed ${SEED}, ${KILLS} kills, reached ${reached.join(' ')} of ${PEOPLE + own.length}, ${found.issued} issued, ${found.issued - found.people} twice, ${found.letters} letters`,
      );
      expect([found.issued, found.people, found.running]).toEqual([PEOPLE + own.length, PEOPLE + own.length, 0]);
      expect(found.letters).toBe(found.told);
      expect(found.counted! + own.length).toBeGreaterThanOrEqual(found.issued);
    },
    600_000 + KILLS * 12_000,
  );

  async function figures(): Promise<Figures> {
    const database = new Database(join(folder, 'chapterhouse.sqlite'), OPEN_READONLY);
    const sql = `SELECT (SELECT COUNT(*) FROM "certificates") AS "issued", (SELECT COUNT(DISTINCT "enrolmentId") FROM "certificates") AS "people",
      (SELECT COUNT(*) FROM "outbox_messages" WHERE "subject" LIKE 'Your certificate%') AS "letters",
      (SELECT COUNT(DISTINCT "personId") FROM "outbox_messages" WHERE "subject" LIKE 'Your certificate%') AS "told",
      (SELECT SUM("seen") FROM "certificate_batches") AS "seen", (SELECT SUM("issued") FROM "certificate_batches") AS "counted",
      (SELECT COUNT(*) FROM "certificate_batches" WHERE "endedAt" IS NULL) AS "running"`;
    const found = await new Promise<Figures>((resolve, reject) =>
      database.get(sql, (error: Error | null, row: Figures) => (error ? reject(error) : resolve(row))),
    );
    await new Promise((closed) => database.close(closed));
    return found;
  }
});
