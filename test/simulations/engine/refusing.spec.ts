import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSALS } from '../../../src/simulations/engine/refusing';

const ROOT = join(__dirname, '../../..');
const phrases = JSON.parse(readFileSync(join(ROOT, 'views/translations/en/simulations.json'), 'utf8')) as Record<string, string>;
const rooms = join(ROOT, 'src/simulations');
const code = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('refusing.ts'))
  .map((file) => readFileSync(join(rooms, file), 'utf8'))
  .join('\n');

describe('every reason to say no', () => {
  it.each(REFUSALS)('%s: has its sentence, and is given somewhere', (key) => {
    expect(phrases[`refusal.${key}`]).toEqual(expect.any(String));
    expect(code.includes(`'${key}'`)).toBe(true);
  });

  it('stands once, in the order of the alphabet', () => {
    expect([...REFUSALS]).toEqual([...new Set(REFUSALS)].sort());
  });
});
