import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Suites {
  suites(root: string): string[];
  databaseScan(root: string): (file: string) => boolean;
}

const ROOT = join(__dirname, '../..');
const load = () => import(pathToFileURL(join(ROOT, 'test/support/suites.mjs')).href) as Promise<Suites>;

describe('which suites run on both databases', () => {
  it('whatever starts the app does, also through somebody else', async () => {
    const { suites, databaseScan } = await load();
    const asks = databaseScan(ROOT);
    const starting = suites(ROOT).filter((file) => /start(?:App|World|Learning|Tour)\(/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(starting.length).toBeGreaterThan(60);
    expect(starting.filter((file) => !asks(file))).toEqual([]);
  });

  it('rules that need only values do not', async () => {
    const { databaseScan } = await load();
    const asks = databaseScan(ROOT);
    expect(['test/quizzes/questions/grading.spec.ts', 'test/simulations/engine/consensus.spec.ts'].filter(asks)).toEqual([]);
  });
});
