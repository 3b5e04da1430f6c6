import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '../../src/database/open-database';
import { FormOutcome } from '../../src/database/form-outcome.entity';
import { seeded } from '../../src/kernel/random';
import { freshDatabase, onPostgres } from '../support/database';
import { Mark, sampleEntities, sampleMigrations, sleep } from './samples';

const KILLS = Number(process.env.KILLS ?? 15);
const SEED = process.env.SEED ?? 'kills';
const HOOK = join(__dirname, '../support/typescript.cjs');
const CHILD = join(__dirname, 'kill.child.ts');

/** Lets a process write for so many milliseconds, kills it, and returns what it had acknowledged by then. */
async function killed(args: string[], after: number): Promise<string[]> {
  const child = spawn(process.execPath, ['-r', HOOK, CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => said.push(line));
  await once(lines, 'line');
  await sleep(after);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  return said.flatMap((line) => /^ack (\d+-\d+-\d+)$/.exec(line)?.[1] ?? []);
}

it(
  'keeps everything it acknowledged when the process is killed',
  async () => {
    const { url, file, drop } = await freshDatabase({ template: 'empty' });
    const chance = seeded(SEED);
    const totals = { acknowledged: 0, lost: 0, halves: 0, slowest: 0 };
    for (let run = 1; run <= KILLS; run++) {
      const acknowledged = await killed([url ?? '', file ?? '', String(run)], 20 + 380 * chance());
      const started = Date.now();
      const database = await openDatabase({ url, file, entities: sampleEntities, migrations: sampleMigrations });
      const held = new Set((await database.read(Mark).findBy({ run })).map(({ id }) => id));
      totals.slowest = Math.max(totals.slowest, Date.now() - started);
      totals.acknowledged += acknowledged.length;
      totals.lost += acknowledged.filter((id) => !held.has(`${id}-a`)).length;
      totals.halves += [...held].filter((id) => !held.has(id.replace(/-[ab]$/, (end) => (end === '-a' ? '-b' : '-a')))).length;
      expect(await database.read(FormOutcome).countBy({ address: '' })).toBe(0);
      if (!onPostgres) expect(await database['engine'].source.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      await database.close();
    }
    const { acknowledged, lost, halves, slowest } = totals;
    process.stdout.write(
      `kills: seed ${SEED}, ${KILLS} kills, ${acknowledged} acknowledged, ${lost} lost, ${halves} halves, ready again in at most ${slowest} ms\n`,
    );
    expect(totals).toMatchObject({ lost: 0, halves: 0 });
    expect(acknowledged).toBeGreaterThan(KILLS);
    await drop();
  },
  600_000 + KILLS * 20_000,
);
