import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every text file below a folder, by its path in there. */
export function filesBelow(folder: string, wanted = /\.(md|yml)$/): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && wanted.test(entry.name));
  return Object.fromEntries(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}
