import { alsoIn, areLanguages, languagesOf } from '../../src/chapters/chapter-languages';

describe('the languages of a chapter', () => {
  it.each<[string, string, string[]]>([
    ['only the main one', '', ['en']],
    ['others in the order of the house', 'ru ar', ['en', 'ar', 'ru']],
    ['the main one only once', 'en fr', ['en', 'fr']],
    ['none that is unknown', 'tlh fr', ['en', 'fr']],
  ])('%s', (_, kept, expected) => expect(languagesOf({ language: 'en', alsoIn: kept })).toEqual(expected));

  it.each<[string, string[], string]>([
    ['boxes', ['fr', 'ar'], 'ar fr'],
    ['several in one', ['fr es'], 'fr es'],
    ['the same twice', ['fr', 'fr'], 'fr'],
    ['the main one', ['en'], ''],
    ['nothing', [''], ''],
  ])('are kept: %s', (_, chosen, expected) => expect(alsoIn('en', chosen)).toBe(expected));

  it.each<[string[], boolean]>([
    [[], true],
    [['fr', 'zh'], true],
    [['fr zh', ''], true],
    [['fr', 'x'], false],
    [['constructor'], false],
  ])('%j are languages of the house: %s', (chosen, expected) => expect(areLanguages(chosen)).toBe(expected));
});
