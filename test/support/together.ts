import { join } from 'node:path';
import { format } from 'node:util';

/*
 * Several suites as one: the app and its libraries are loaded once for all of them, which costs more than many a suite itself.
 * SUITES names them, as a JSON list of paths from the root. What they print appears at once.
 */
const ROOT = join(__dirname, '../..');

console.log = (...said: unknown[]) => void process.stdout.write(`${format(...said)}\n`);

for (const suite of JSON.parse(process.env.SUITES ?? '[]') as string[]) {
  describe(suite, () => {
    try {
      require(join(ROOT, suite));
    } catch (error) {
      it('can be loaded', () => {
        throw error;
      });
    }
  });
}
