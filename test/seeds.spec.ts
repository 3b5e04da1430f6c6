import { join } from 'node:path';
import { DemoSeeder } from '../src/seeding/demo.seeder';
import { startApp, type TestApp } from './support/app';
import { letters } from './support/mail';
import { contents } from './support/tables';
import { loadLibrary } from './support/world';

const DEMO = join(__dirname, '../seeds/demo');

/** Seeds run at every start: what is there already stays as it is, to the last letter. */
describe('seeds', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp()));
  afterAll(() => app.stop());

  const loadDemo = () => app.app.get(DemoSeeder, { strict: false }).load(DEMO, app.clock.now());

  it.each([
    ['the library', () => loadLibrary(app)],
    ['the demo', loadDemo],
  ])('%s, taken in twice, is the same as taken in once', async (_, load) => {
    const before = await contents(app.database);
    await load();
    app.clock.advance({ days: 1 });
    await letters(app); // those that are due have left
    const once = await contents(app.database);
    expect(once).not.toEqual(before);
    app.clock.advance({ days: 1 });
    await load();
    await letters(app);
    expect(await contents(app.database)).toEqual(once);
  });

  it('the demo offers every kind of person to sign in as', async () => {
    const offered = await loadDemo();
    expect(offered.map(({ role }) => role)).toEqual(expect.arrayContaining(['trainee', 'lead', 'trainer', 'steward']));
  });
});
