import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Where the function stands that fills in a page: `views/quizzes/stale.hbs` is filled in by `stalePage` of a view file in `src/quizzes`. */
export function pageFunctions(src) {
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.view.ts'));
  const found = files.flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(/^export (?:async )?function (\w+Page)\b/gm)].map(([, name]) => ({
      feature: file.split(/[\\/]/)[0],
      file: join(src, file),
      name,
    })),
  );
  const of = (page) => {
    const [folder] = page.split('/');
    const feature = folder === 'errors' ? 'web' : folder;
    const name = `${camel(page.split('/').at(-1))}Page`;
    return { name, feature, all: found.filter((one) => one.feature === feature && one.name === name) };
  };
  return { of };
}
