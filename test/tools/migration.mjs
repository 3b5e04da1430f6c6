// npm run migration -- create cohorts     writes src/database/migrations/<now>-create-cohorts.ts with its two halves to fill in, and lists it
// npm run migration                       prints the SQL that the entities ask for and that no migration has run
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LIST = join(ROOT, 'src/database/migrations.ts');
const WORD = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const words = process.argv.slice(2);
if (words.length === 1 || !words.every((word) => WORD.test(word))) {
  console.error('A migration is named by a verb and what it is done to: npm run migration -- create cohorts');
  process.exitCode = 1;
} else {
  if (words.length) begin(words.join('-'));
  execFileSync(process.execPath, ['-r', './test/support/typescript.cjs', 'test/tools/missing-sql.ts'], { cwd: ROOT, stdio: 'inherit' });
}

function begin(words) {
  const at = String(Date.now()); // thirteen digits until the year 2286
  const name = `${words.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase())}${at}`;
  const file = `${at}-${words}`;
  writeFileSync(join(ROOT, `src/database/migrations/${file}.ts`), skeleton(name));
  const list = readFileSync(LIST, 'utf8');
  const lastImport = list.lastIndexOf('\nimport ');
  const afterImports = list.indexOf('\n', lastImport + 1) + 1;
  const listed = `${list.slice(0, afterImports)}import { ${name} } from './migrations/${file}';\n${list.slice(afterImports)}`;
  writeFileSync(LIST, listed.replace(/,?\s*\];/, `,\n  ${name},\n];`));
  console.log(`src/database/migrations/${file}.ts waits for its two halves. What is there for tables: src/database/tables.ts`);
}

function skeleton(name) {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(q: QueryRunner): Promise<void> {}

  async down(q: QueryRunner): Promise<void> {}
}
`;
}
