import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/command-line/run';
import { Phrases } from '../../src/languages/phrases';

const ROOT = join(__dirname, '../..');
const phrases = Phrases.read(join(ROOT, 'views/translations'));

describe('chapterhouse check library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-library-'));
  beforeAll(() => cpSync(join(ROOT, 'seeds/library'), folder, { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const checked = (...more: string[]) => run(['check', 'library', folder, ...more], phrases);

  it('finds nothing wrong in the starter library', async () => {
    const { code, said } = await checked();
    expect(code).toBe(0);
    expect(said).toMatch(/^\d+ packages, 0 problems$/m);
    expect(said).not.toContain('error:');
  });

  it('says by file and line what keeps it from being taken in, and ends with 1', async () => {
    const programme = join(folder, 'programmes/taking-part.yml');
    const before = readFileSync(programme, 'utf8');
    writeFileSync(programme, before.replace('[rough-consensus]', '[smooth-consensus]'));
    const { code, said } = await checked();
    expect(code).toBe(1);
    expect(said).toMatch(/^error: programmes\/taking-part\.yml/m);
    const { problems } = JSON.parse((await checked('--json')).said) as { problems: { file: string; severity: string }[] };
    expect(problems.map(({ severity }) => severity)).toContain('error');
    writeFileSync(programme, before);
  });

  it('plays a scenario for every role that somebody can take alone', async () => {
    const one = mkdtempSync(join(tmpdir(), 'chapterhouse-scenario-'));
    cpSync(join(ROOT, 'seeds/library/scenarios/exchange-point-peering'), join(one, 'scenarios/exchange-point-peering'), {
      recursive: true,
    });
    const { said } = await run(['check', 'library', one, '--play', '--json'], phrases);
    rmSync(one, { recursive: true, force: true });
    const { played } = JSON.parse(said) as { played: { role: string; acceptable: number; ways: Record<string, { agreed: number }> }[] };
    expect(played.map(({ role }) => role)).toContain('university');
    for (const { acceptable, ways } of played) expect([acceptable > 0, ways['silent']!.agreed]).toEqual([true, 0]);
  });

  it('is told when there is no such folder', async () => {
    expect(await run(['check', 'library', join(folder, 'nowhere')], phrases)).toMatchObject({ code: 2, said: '' });
  });
});
