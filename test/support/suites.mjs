// Which suites there are, and which of them ask a database.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whatever comes to one of these opens a database. */
const DOORS = ['test/support/app.ts', 'test/support/database.ts', 'src/database/database.service.ts', 'src/database/open-database.ts'];
const IMPORT = /^(?:import|export)(?! type\b)[^;]*?from '(\.[^']+)'/gm;

/** Every suite below `test`, by its path from the root. */
export function suites(root) {
  const files = readdirSync(join(root, 'test'), { recursive: true }).map((file) => `test/${file.replaceAll('\\', '/')}`);
  return files.filter((file) => file.endsWith('.spec.ts')).sort();
}

/** Says of a suite whether anything that it imports opens a database; one that does not has nothing to say on a second one. */
export function databaseScan(root) {
  const known = new Map();
  return function asksDatabase(file) {
    if (DOORS.includes(file)) return true;
    if (known.has(file)) return known.get(file);
    known.set(file, false); // files that import each other in a circle are judged by the rest of the circle
    const text = readFileSync(join(root, file), 'utf8');
    const imported = [...text.matchAll(IMPORT)].map(([, to]) => `${join(dirname(file), to).replaceAll('\\', '/')}.ts`);
    const found = imported.some((one) => existsSync(join(root, one)) && asksDatabase(one));
    known.set(file, found);
    return found;
  };
}
