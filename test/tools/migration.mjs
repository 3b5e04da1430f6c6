// npm run migration                          says what the entities ask for and no migration makes yet
// npm run migration -- add note to cohorts   writes that as src/database/migrations/<now>-add-note-to-cohorts.ts, and lists it
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LIST = join(ROOT, 'src/database/migrations.ts');
const WORD = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const words = process.argv.slice(2);
if (words.length === 1 || !words.every((word) => WORD.test(word))) {
  console.error('A migration is named by a verb and what it is done to, in small letters: npm run migration -- create cohorts');
  process.exitCode = 1;
} else if (words.length) await begin(words.join('-'), missing());
else tell(missing());

function missing() {
  const args = ['-r', './test/support/typescript.cjs', 'test/tools/missing.ts'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) process.exit(1);
  return JSON.parse(stdout);
}

function tell({ up, rest }) {
  if (up.length) console.log(`The entities say, and no migration makes yet:\n${up.join('\n')}`);
  if (rest.length) console.log(`To be written by hand, here as SQLite would do it:\n${rest.join('\n')}`);
  if (!up.length && !rest.length) console.log('Migrations make all that entities say.');
}

async function begin(words, found) {
  const at = String(Date.now()); // thirteen digits until the year 2286
  const name = `${words.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase())}${at}`;
  const path = `src/database/migrations/${at}-${words}.ts`;
  const style = await resolveConfig(join(ROOT, path));
  writeFileSync(join(ROOT, path), await format(migration(name, found), { ...style, parser: 'typescript' }));
  const list = readFileSync(LIST, 'utf8');
  const lastImport = list.lastIndexOf('\nimport ');
  const afterImports = list.indexOf('\n', lastImport + 1) + 1;
  const listed = `${list.slice(0, afterImports)}import { ${name} } from './migrations/${at}-${words}';\n${list.slice(afterImports)}`;
  writeFileSync(LIST, listed.replace(/,?\s*\];/, `,\n  ${name},\n];`));
  console.log(found.up.length ? `${path} makes what was missing. Read it.` : `${path} waits for its two halves.`);
  if (found.rest.length) tell({ up: [], rest: found.rest });
}

/** One that is not written yet refuses to run: a demo that is restarted meanwhile would take it for done. */
function migration(name, { up, down, words, rest }) {
  const imports = words.length ? `import { ${words.join(', ')} } from '../tables';\n` : '';
  const unwritten = `throw new Error('${name} is not written yet');`;
  const half = (lines) => [...lines, ...(rest.length || !lines.length ? [unwritten] : [])].join('\n');
  const q = (lines) => (lines.length ? 'q: QueryRunner' : '_q: QueryRunner');
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';
${imports}
export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(${q(up)}): Promise<void> { ${half(up)} }

  async down(${q(down)}): Promise<void> { ${half(down)} }
}
`;
}
