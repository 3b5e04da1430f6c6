import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DemoSeeder } from '../../src/seeding/demo.seeder';
import { contents } from '../support/tables';
import { startWorld } from '../support/world';

const ROOT = join(__dirname, '../..');

/** Starts the app as a host does, with these settings and no others, and waits for its end. */
function start(script: 'main' | 'demo', settings: Record<string, string>) {
  const file = `src/${script}.ts`;
  const env = { PATH: process.env.PATH, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', './test/support/typescript.cjs', file], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    timeout: 110_000,
  });
  return { status, stdout, stderr };
}

describe('a start with weak settings', () => {
  it('ends at once, says one line for each of them on standard error, and shows no stack and no secret', () => {
    const weak = { BASE_URL: 'http://learn.example.org', SESSION_SECRET: 'hidden-word', DATABASE_URL: 'mysql://me:hidden-word@db/x' };
    const { status, stdout, stderr } = start('main', weak);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    const [first, ...sentences] = stderr.trim().split('\n');
    expect(first).toBe('These settings are not safe to run with:');
    expect(sentences.map((line) => /^ {2}- ([A-Z_]+) /.exec(line)?.[1])).toEqual(['DATABASE_URL', 'SESSION_SECRET', 'BASE_URL']);
    expect(stderr).not.toContain('hidden-word');
  });

  it('is refused for the demo, too, where others could reach it', () => {
    const { status, stderr } = start('demo', { HOST: '0.0.0.0' });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'These settings are not safe to run with:\n  - HOST must be this machine (localhost) in the demo: its passwords are public.\n',
    );
  });
});

describe('the demo, where it would begin in the database of a real site', () => {
  it('is refused, and nobody with a public password is added', async () => {
    const world = await startWorld();
    const before = await contents(world.database);
    const demo = world.app.get(DemoSeeder, { strict: false }).load(join(ROOT, 'seeds/demo'), world.clock.now());
    await expect(demo).rejects.toThrow(/^These settings .*\n {2}- DATA_DIR or DATABASE_URL belongs to a site with people of its own\./);
    expect(await contents(world.database)).toEqual(before);
    await world.stop();
  });
});
