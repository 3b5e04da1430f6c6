// npm run check: the tests, then everything else that must hold. `-- --rest` leaves the tests out. Ends with the true totals; every check counts as one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bin = (path) => [process.execPath, join(ROOT, 'node_modules', path)];
const ours = (path) => [process.execPath, join(ROOT, path)];

const CHECKS = [
  ['format', ...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['lint', ...bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['types', ...bin('typescript/bin/tsc'), '--noEmit', '--project', 'tsconfig.json'],
  ['templates', ...ours('test/tools/check-templates.mjs')],
  ['phrases', ...ours('test/tools/phrase.mjs'), 'missing'],
  ['dead code', ...bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints'],
  ['build', ...bin('@nestjs/cli/bin/nest.js'), 'build'],
];

let passed = 0;
let failed = 0;
if (!process.argv.includes('--rest')) {
  const { said, code } = await run(ours('test/run.mjs'), true);
  const totals = /^(\d+) passed, (\d+) failed/m.exec(said.trimEnd().split('\n').at(-1));
  passed += Number(totals?.[1] ?? 0);
  failed += Math.max(Number(totals?.[2] ?? 0), code === 0 ? 0 : 1);
}
for (const [name, ...command] of CHECKS) {
  const began = performance.now();
  const { said, code } = await run(command, false);
  if (code === 0) passed++;
  else failed++;
  console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (code !== 0) console.log(said);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function run([program, ...args], aloud) {
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += part;
      if (aloud) process.stdout.write(part);
    });
  }
  const [code] = await once(child, 'close');
  return { said, code };
}
