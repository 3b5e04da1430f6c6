import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Language, LANGUAGES } from '../../src/kernel/language';
import { formatNumber } from '../../src/languages/formats';
import { Phrases } from '../../src/languages/phrases';

const OURS: Record<string, Record<string, string>> = {
  en: {
    hello: 'Hello, {name}',
    left: '{n, plural, =0 {nothing} one {# step} other {# steps}} left',
    plain: 'Nothing to fill in',
    quoted: "It''s {name}''s",
    markup: 'less < than {n, number} <b>',
    only: 'Only in English, {name}',
    share: '{share, number, ::percent}',
  },
  ar: { hello: 'مرحبًا {name}', plain: 'لا شيء' },
};

describe('phrases', () => {
  let folder: string;
  let phrases: Phrases;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chapterhouse-phrases-'));
    for (const [language, words] of Object.entries(OURS)) {
      mkdirSync(join(folder, language));
      writeFileSync(join(folder, language, 'things.json'), JSON.stringify(words));
    }
    phrases = Phrases.read(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const say = (language: Language, key: string, values?: Parameters<ReturnType<Phrases['in']>>[1]) =>
    phrases.in(language)(`things.${key}`, values);

  it('say numbers below zero and lists as everything else on the page does', () => {
    expect(phrases.in('en')('things.markup', { n: -3 })).toContain('than −3');
    expect(phrases.in('en')('things.left', { n: -3 })).toBe('−3 steps left');
    expect(phrases.in('en')('things.hello', { name: ['A', 'B', 'C'] })).toBe('Hello, A, B and C');
    expect(phrases.in('ar')('things.hello', { name: ['A', 'B', 'C'] })).not.toContain(',');
  });

  it('are filled in', () => {
    expect(say('en', 'hello', { name: 'Amara' })).toBe('Hello, Amara');
    expect(say('en', 'quoted', { name: 'Amara' })).toBe("It's Amara's");
    expect([0, 1, 2, 1234].map((n) => say('en', 'left', { n }))).toEqual([
      'nothing left',
      '1 step left',
      '2 steps left',
      '1,234 steps left',
    ]);
    expect(say('en', 'plain')).toBe('Nothing to fill in');
  });

  it.each(['things.missing', 'nowhere.hello', 'hello', '', 'constructor', 'things.__proto__'])(
    'that nobody knows are refused: “%s”',
    (key) => {
      expect(() => phrases.in('en')(key)).toThrow(`No phrase has the key “${key}”`);
    },
  );

  it('that lack a value are refused, and name it', () => {
    expect(() => say('en', 'hello')).toThrow(/"name"/);
    expect(() => say('en', 'hello', { nam: 'Amara' })).toThrow(/"name"/);
    expect(() => say('en', 'left', {})).toThrow(/"n"/);
  });

  it('that a language lacks are said in English', () => {
    expect(say('ar', 'plain')).toBe('لا شيء');
    expect(say('ar', 'left', { n: 2 })).toContain('steps left');
    expect(say('fr', 'hello', { name: 'Amara' })).toBe('Hello, Amara');
  });

  it('are plain text: what looks like markup is nothing but text, in a phrase and in a value', () => {
    expect(say('en', 'markup', { n: 3 })).toBe('less < than 3 <b>');
    expect(say('en', 'hello', { name: '<script>x</script> {n} {{n}}' })).toBe('Hello, <script>x</script> {n} {{n}}');
  });

  it('keep a name of the other direction apart, and leave others as they are', () => {
    expect(say('en', 'hello', { name: 'نور' })).toBe('Hello, \u2068نور\u2069');
    expect(say('en', 'hello', { name: 'Nour' })).toBe('Hello, Nour');
    expect(say('ar', 'hello', { name: 'Nour' })).toBe('مرحبًا \u2068Nour\u2069');
    expect(say('ar', 'hello', { name: 'https://learn.example.org/x' })).toBe('مرحبًا https://learn.example.org/x');
  });

  it.each(['אביגיל', 'ܝܘܚܢܢ', '𞤀𞤣𞤤𞤢𞤥', 'Ada ﷺ'])('know a name of the other direction in every script: %s', (name) => {
    expect(say('en', 'hello', { name })).toBe(`Hello, \u2068${name}\u2069`);
  });

  it('know all of their keys', () => {
    expect(phrases.keys('ar')).toEqual(['things.hello', 'things.plain']);
    expect([phrases.has('things.left'), phrases.has('things.missing')]).toEqual([true, false]);
  });
});

describe('the phrases of the house', () => {
  const phrases = Phrases.read(join(__dirname, '../../views/translations'));
  const minutes = (language: Language) => (n: number) => phrases.in(language)('lessons.minutes', { minutes: n });

  it('count in Arabic with all six forms', () => {
    expect([0, 1, 2, 3, 10, 11, 99, 100, 103].map(minutes('ar'))).toEqual([
      '0 دقيقة',
      'دقيقة واحدة',
      'دقيقتان',
      '3 دقائق',
      '10 دقائق',
      '11 دقيقة',
      '99 دقيقة',
      '100 دقيقة',
      '103 دقائق',
    ]);
  });

  it('count in Russian by the last digit, and not by it from eleven to fourteen', () => {
    expect([0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 111, 121].map(minutes('ru'))).toEqual([
      '0 минут',
      '1 минута',
      '2 минуты',
      '4 минуты',
      '5 минут',
      '11 минут',
      '12 минут',
      '14 минут',
      '21 минута',
      '22 минуты',
      '25 минут',
      '111 минут',
      '121 минута',
    ]);
  });

  it.each<[Language, string[]]>([
    ['fr', ['0 minute', '1 minute', '2 minutes']],
    ['pt', ['0 minuto', '1 minuto', '2 minutos']],
    ['en', ['0 minutes', '1 minute', '2 minutes']],
    ['es', ['0 minutos', '1 minuto', '2 minutos']],
    ['zh', ['0分钟', '1分钟', '2分钟']],
  ])('count nothing as one or as many, as one does in %s', (language, said) => {
    expect([0, 1, 2].map(minutes(language))).toEqual(said);
  });

  it.each(LANGUAGES)('write numbers as dates and sizes do, in %s', (language) => {
    for (const n of [103, 12_345, 1_000_000]) expect(minutes(language)(n)).toContain(formatNumber(n, language));
  });
});
