import { directionOf, isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../src/kernel/language';

describe('languages', () => {
  it('are seven, each with a name in its own words', () => {
    expect(LANGUAGES).toHaveLength(7);
    expect(Object.keys(LANGUAGE_NAMES).sort()).toEqual([...LANGUAGES].sort());
  });

  it('run from left to right, except Arabic', () => {
    expect(LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
  });

  it.each([['de'], ['EN'], ['en-GB'], ['toString'], [''], [undefined], [null], [7]])('do not include %p', (value) =>
    expect(isLanguage(value)).toBe(false),
  );

  it.each(LANGUAGES.map((language) => [language]))('include %s', (language) => expect(isLanguage(language)).toBe(true));
});
