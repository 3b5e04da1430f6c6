import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentTranslation } from '../../src/content/content-translation.entity';
import { startApp, type TestApp } from '../support/app';
import { loadLibrary } from '../support/world';

describe('the starter library at a start', () => {
  let world: TestApp;
  const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-library-'));
  const french = () => world.database.read(ContentTranslation).countBy({ language: 'fr' });

  beforeAll(async () => {
    cpSync(join(__dirname, '../../seeds/library'), folder, { recursive: true });
    world = await startApp();
    await loadLibrary(world, folder);
  });
  afterAll(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read again only when a file has changed', async () => {
    const all = await french();
    expect(all).toBeGreaterThan(0);
    await world.database.write((write) => write.remove(ContentTranslation, { language: 'fr' }));
    await loadLibrary(world, folder);
    expect(await french()).toBe(0);
    const programme = join(folder, 'programmes/taking-part.yml');
    writeFileSync(programme, `${readFileSync(programme, 'utf8')}\n# a comment\n`);
    await loadLibrary(world, folder);
    expect(await french()).toBe(all);
  });
});
