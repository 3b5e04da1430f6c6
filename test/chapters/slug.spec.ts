import { isSlug, slugOf } from '../../src/chapters/slug';

describe('the name of a chapter in addresses', () => {
  it.each([
    ['Kenya', 'kenya'],
    ['São Tomé e Príncipe', 'sao-tome-e-principe'],
    ['  Côte d’Ivoire — Abidjan  ', 'cote-d-ivoire-abidjan'],
    ['مجموعة Beirut', 'beirut'],
    ['لبنان', ''],
    ['槟城', ''],
    [`${'long '.repeat(20)}`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
  ])('%s becomes “%s”', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each([
    ['kenya', true],
    ['kenya-2', true],
    ['a'.repeat(60), true],
    ['a'.repeat(61), false],
    ['new', false],
    ['', false],
    ['-kenya', false],
    ['ke--nya', false],
    ['Kenya', false],
    ['kenya/people', false],
  ])('%s: %s', (slug, good) => {
    expect(isSlug(slug)).toBe(good);
  });
});
