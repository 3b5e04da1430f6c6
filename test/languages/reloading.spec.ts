import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Phrases } from '../../src/languages/phrases';

describe('a phrase that changes while the app runs', () => {
  let folder: string;
  const write = (text: string) => writeFileSync(join(folder, 'en/home.json'), JSON.stringify({ hello: text }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chapterhouse-phrases-'));
    mkdirSync(join(folder, 'en'));
    write('Hello');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['is seen by a developer on the next page', true, 'Good morning'],
    ['is not seen by anybody else until the next start', false, 'Hello'],
  ])('%s', (_, reload, said) => {
    const phrases = Phrases.read(folder, reload);
    expect(phrases.in('en')('home.hello')).toBe('Hello');
    write('Good morning');
    expect(phrases.in('en')('home.hello')).toBe(said);
  });
});
