import { compile } from '../../src/content/folders/folder';
import { SCENARIO } from './sample-scenario';
import { changed, listed } from './samples';

const skeleton = SCENARIO['scenario.yml']!;
const inSkeleton = (text: string) => compile('scenario', { ...SCENARIO, 'scenario.yml': text });
const replaced = (from: string, to: string) => changed(SCENARIO, 'scenario.yml', from, to)['scenario.yml']!;
const WHEN = '{ path: slot.hours, op: eq, value: day }';
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}]`),
].join('\n');

describe('a skeleton that somebody made to do harm', () => {
  it.each([
    ['an anchor and what it stands for', replaced('slug: village-mast', 'slug: &s village-mast'), 'scenario.yml:1 yaml'],
    ['an alias', replaced('language: en', 'language: *s'), 'scenario.yml:2 yaml'],
    ['a small file that would grow without end', bomb, 'scenario.yml:1 yaml'],
    ['a map poured into another', replaced('players: {', 'players: { <<: *a,'), 'scenario.yml:9 yaml'],
    ['a tag', replaced('minutes: 30', 'minutes: !!js/function "() => 1"'), 'scenario.yml:8 yaml'],
    ['a tag that does not fit', replaced('minutes: 30', 'minutes: !!seq 30'), 'scenario.yml:8 yaml'],
    ['a key twice', replaced('engine: 1', 'engine: 1\nslug: other'), 'scenario.yml:4 duplicate-key'],
    ['a role’s key twice', replaced('group: business', 'group: business\n    group: technical'), 'scenario.yml:82 duplicate-key'],
    [
      'the parent of every object as a key',
      replaced('engine: 1', 'engine: 1\n__proto__: { status: retired }'),
      'scenario.yml:4 unknown-key',
    ],
    [
      'the parent of every object as a slot',
      replaced('values: { place: { hill: 30', 'values: { __proto__: { hill: 30'),
      'scenario.yml:94 unknown-name',
    ],
    ['the parent of every object as an option', replaced('start: school', 'start: __proto__'), 'scenario.yml:132 bad-key'],
    ['a key with an address in it', replaced('slug: village-mast', 'slug: ../../etc'), 'scenario.yml:1 bad-key'],
    ['a key with a dot, which would be another text', replaced('key: shop', 'key: shop.name'), 'scenario.yml:80 bad-key'],
    ['conditions as deep as a well', replaced(WHEN, '{ not: '.repeat(200) + WHEN + ' }'.repeat(200)), 'scenario.yml:70 too-deep'],
    ['conditions that have no end', replaced(WHEN, '{ not: '.repeat(20_000) + WHEN + ' }'.repeat(20_000)), 'scenario.yml:70 yaml'],
    [
      'a crowd',
      replaced('roles:\n', `roles:\n${'  - { key: a, group: academia, seats: { min: 1, max: 1 }, chair: true }\n'.repeat(500)}`),
      'scenario.yml:15 too-many',
    ],
    ['nothing', '', 'scenario.yml:1 missing-key'],
    ['a list', '- a\n- b', 'scenario.yml:1 not-a-map'],
    ['a word', 'scenario', 'scenario.yml:1 not-a-map'],
    ['two documents', `${skeleton}---\n${skeleton}`, 'scenario.yml:170 yaml'],
    ['a byte that is no text', replaced('licence: CC-BY-4.0', 'licence: "CC\\0BY"'), 'scenario.yml:4 not-a-text'],
    ['a number that is none', replaced('minutes: 30', 'minutes: .inf'), 'scenario.yml:8 out-of-range'],
    ['a number beyond all numbers', replaced('minutes: 30', 'minutes: 1e999'), 'scenario.yml:8 out-of-range'],
    ['lists where maps are', replaced('players: { min: 5, best: 6, max: 8 }', 'players: [[[[]]]]'), 'scenario.yml:9 not-a-map'],
  ])('%s', (_, text, problem) => {
    const { document, problems } = inSkeleton(text);
    expect(listed(problems)).toContain(problem);
    expect(document).toBeNull();
  });

  it('leaves every object as it was', () => {
    inSkeleton(replaced('engine: 1', 'engine: 1\n__proto__: { polluted: true }'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('names that every object has are names like others', () => {
    const files = Object.fromEntries(
      Object.entries(SCENARIO).map(([path, text]) => [path.replace('shop', 'constructor'), text.replaceAll(/\bshop\b/g, 'constructor')]),
    );
    const { document, problems } = compile('scenario', files);
    expect(listed(problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
    expect(document!.texts['roles.constructor.brief']).toBe('You sell what the mast brings.');
  });
});

describe('words that somebody made to do harm', () => {
  it.each([
    ['an alias', 'en/scenario.yml', 'title: A mast for the village', 'title: *a', 'en/scenario.yml:1 yaml'],
    ['a text twice', 'en/scenario.yml', 'phases:', 'phases: {}\nphases:', 'en/scenario.yml:72 duplicate-key'],
    [
      'a text below the parent of every object',
      'en/scenario.yml',
      'phases:',
      '__proto__: { title: x }\nphases:',
      'en/scenario.yml:71 unknown-text',
    ],
    ['a script in a brief is text', 'en/briefs/shop.md', 'You', '<script>alert(1)</script> You', 'en/briefs/shop.md:1 html-shown-as-text'],
    ['a link to a script is text', 'en/briefs/shop.md', 'You', '[You](javascript:alert)', 'en/briefs/shop.md:1 link-shown-as-text'],
  ])('%s', (_, path, from, to, problem) =>
    expect(listed(compile('scenario', changed(SCENARIO, path, from, to)).problems)).toContain(problem),
  );
});
