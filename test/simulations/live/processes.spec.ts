import { onPostgres } from '../../support/database';
import { startApp } from '../../support/app';
import { sessionFor } from '../../support/visitor';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';
import { Listener } from './listener';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

describe('two processes on one database', () => {
  it('tell each other that something happened at a table', async () => {
    if (!onPostgres) return; // one process has the file
    const table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
    await table.enters('opening');
    const other = await startApp({
      clock: world.clock,
      settings: { sessionSecret: world.settings.sessionSecret },
      database: async () => ({ url: world.settings.databaseUrl, file: null, drop: async () => undefined }),
    });
    const cookie = `session=${await sessionFor(world, table.people['university']!)}`;
    const line = await Listener.open(other, `${table.address}/stream`, cookie);
    try {
      await line.until(({ heard }) => heard.length === 1);
      await table.enters('first-round');
      await line.until(({ heard }) => heard.length === 2);
      expect(line.heard[1]!.data.parts).toContain('floor');
    } finally {
      line.close();
      await other.stop();
    }
  });
});
