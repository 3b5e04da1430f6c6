import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { seeded } from '../../../src/kernel/random';
import { TestClock } from '../../support/app';
import { change } from '../../support/damage';
import { endServers, startServer } from '../../support/server';
import { sessionFor } from '../../support/visitor';
import { startLearning } from '../../support/world';
import { PeopleTable } from '../together/people-table';
import { Listener } from './listener';
import { audible, lost } from './lost';
import { Player } from './player';

/** How often the server is killed; `KILLS=200 npx jest test/simulations/live/kill` for a long afternoon. */
const KILLS = Number(process.env.KILLS ?? 8);
const SEED = process.env.SEED ?? 'kills at tables';
const ROLES = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const TABLES = 2;

describe('a server that is killed while people play', () => {
  const chance = seeded(SEED);
  const players: Player[] = [];
  let folder: string;
  let file: string;
  let secret: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chapterhouse-table-kill-'));
    file = join(folder, 'chapterhouse.sqlite');
    const world = await startLearning({ clock: new TestClock(new Date()), settings: { databaseUrl: null, dataDir: folder } });
    secret = world.settings.sessionSecret;
    for (let number = 0; number < TABLES; number++) {
      const table = await PeopleTable.opened(world, ROLES, 'async');
      await table.enters('opening');
      await table.enters('first-round');
      for (const role of ROLES) players.push(new Player(role, table.id, await sessionFor(world, table.people[role]!)));
    }
    await world.stop();
  });
  afterAll(async () => {
    endServers();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    `loses nothing that it acknowledged, does nothing twice, and people come back by themselves (${KILLS} kills)`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const server = await startServer({ dataDir: folder, sessionSecret: secret });
        expect(await lost(file, players)).toEqual([]);
        const playing = players.map((one) => one.play(server.address));
        await later(100 + chance() * Math.max(700, server.readyInMs)); // a slow machine needs longer for as much work
        expect(await server.end('SIGKILL')).toBe('SIGKILL');
        await Promise.all(playing);
      }
      const server = await startServer({ dataDir: folder, sessionSecret: secret });
      expect(await lost(file, players)).toEqual([]);
      const playing = players.map((one) => one.play(server.address));
      await later(500);
      expect(await server.end('SIGTERM')).toBe(0);
      await Promise.all(playing);
      const sum = (count: (one: Player) => number) => players.reduce((before, one) => before + count(one), 0);
      console.log(
        `kills at tables: seed ${SEED}, ${KILLS} kills, ${sum((one) => one.acknowledged)} of ${sum((one) => one.sent.size)} acknowledged at ${TABLES} tables, ` +
          `0 lost, 0 twice, ${sum((one) => one.resumed)} lines resumed`,
      );
      expect(players.flatMap(({ surprises }) => surprises)).toEqual([]);
      expect(sum((one) => one.acknowledged)).toBeGreaterThan(KILLS);
      expect(sum((one) => one.resumed)).toBeGreaterThan(KILLS);
    },
    600_000 + KILLS * 15_000,
  );

  it('whoever comes back hears of everything that happened in the meantime', async () => {
    const server = await startServer({ dataDir: folder, sessionSecret: secret });
    for (const one of players) {
      const line = await Listener.open(server, `/tables/${one.table}/stream`, one.cookie, one.latest);
      const all = await audible(file, one);
      if (one.latest !== `seat-${one.role}.${all}`) await line.until(({ last }) => last === `seat-${one.role}.${all}`);
      expect(line.last ?? one.latest).toBe(`seat-${one.role}.${all}`);
      line.close();
    }
    await server.end('SIGTERM');
  });

  it('a lost act, lost words, an act done twice and a log with a hole would be found', async () => {
    const [first] = [...players[0]!.sent].find(([, acknowledged]) => acknowledged)!;
    const { table } = players[0]!;
    await change(file, `DELETE FROM "table_texts" WHERE "tableId" = '${table}'`);
    await change(file, `UPDATE "table_events" SET "commandId" = '${first}' WHERE "tableId" = '${table}' AND "type" = 'stance-set'`);
    await change(file, `DELETE FROM "table_events" WHERE "tableId" = '${table}' AND "seq" = 3`);
    const found = (await lost(file, players)).map((line) => line.split(/:| stands/)[0]);
    expect([...new Set(found)].sort()).toEqual(['lost', 'the head', 'the log does not hold', 'twice', 'words lost']);
  });
});
