import { LANGUAGES, type Language } from '../../src/kernel/language';
import { formatDate, formatDay, formatKilobytes, formatList, formatNumber, formatPercent, listParts } from '../../src/languages/formats';
import { tidied } from '../support/html';

const LATE = new Date('2027-03-01T21:05:09.000Z');

interface Ways {
  day: string;
  /** Words of the long and the short way to say it, which may change with Intl's data in everything else. */
  weekday: string;
  month: string;
  number: string;
  percent: string;
  kilobytes: string;
  three: string;
  two: string;
}

const WAYS: Record<Language, Ways> = {
  ar: {
    day: '1 مارس 2027',
    weekday: 'الاثنين',
    month: 'مارس',
    number: '1,234,567.5',
    percent: '67%',
    kilobytes: '24 كيلوبايت',
    three: 'A وB وC',
    two: 'A وB',
  },
  zh: {
    day: '2027年3月1日',
    weekday: '星期一',
    month: '3月',
    number: '1,234,567.5',
    percent: '67%',
    kilobytes: '24 kB',
    three: 'A、B和C',
    two: 'A和B',
  },
  en: {
    day: '1 March 2027',
    weekday: 'Monday',
    month: 'Mar',
    number: '1,234,567.5',
    percent: '67%',
    kilobytes: '24 kB',
    three: 'A, B and C',
    two: 'A and B',
  },
  fr: {
    day: '1 mars 2027',
    weekday: 'lundi',
    month: 'mars',
    number: '1 234 567,5',
    percent: '67 %',
    kilobytes: '24 ko',
    three: 'A, B et C',
    two: 'A et B',
  },
  pt: {
    day: '1 de março de 2027',
    weekday: 'segunda-feira',
    month: 'mar',
    number: '1.234.567,5',
    percent: '67%',
    kilobytes: '24 kB',
    three: 'A, B e C',
    two: 'A e B',
  },
  ru: {
    day: '1 марта 2027 г.',
    weekday: 'понедельник',
    month: 'мар',
    number: '1 234 567,5',
    percent: '67 %',
    kilobytes: '24 кБ',
    three: 'A, B и C',
    two: 'A и B',
  },
  es: {
    day: '1 de marzo de 2027',
    weekday: 'lunes',
    month: 'mar',
    number: '1.234.567,5',
    percent: '67 %',
    kilobytes: '24 kB',
    three: 'A, B y C',
    two: 'A y B',
  },
};

describe.each(Object.entries(WAYS) as [Language, Ways][])('in %s', (language, ways) => {
  it('a day', () => {
    expect(tidied(formatDay('2027-03-01', 'date', language))).toBe(ways.day);
    expect(tidied(formatDate(LATE, 'date', language, 'UTC'))).toBe(ways.day);
    expect(tidied(formatDate(LATE, 'day', language, 'UTC'))).toContain(ways.weekday);
    expect(tidied(formatDate(LATE, 'short', language, 'UTC'))).toContain(ways.month);
    expect(tidied(formatDate(LATE, 'short', language, 'UTC'))).not.toContain('2027');
  });

  it('a time of day, from 00:00 to 23:59, in digits that everybody reads', () => {
    expect(formatDate(LATE, 'time', language, 'UTC')).toBe('21:05');
    expect(formatDate(LATE, 'seconds', language, 'UTC')).toBe('21:05:09');
    expect(formatDate(LATE, 'time', language, 'Africa/Nairobi')).toBe('00:05');
    const both = tidied(formatDate(LATE, 'dateTime', language, 'UTC'));
    expect(both.startsWith(ways.day)).toBe(true);
    expect(both.endsWith('21:05')).toBe(true);
  });

  it('numbers, shares and sizes', () => {
    expect(tidied(formatNumber(1_234_567.5, language))).toBe(ways.number);
    expect(tidied(formatPercent(66.6, language))).toBe(ways.percent);
    expect(tidied(formatKilobytes(23_001, language))).toBe(ways.kilobytes);
  });

  it('below zero with a minus sign, and what rounds to zero without', () => {
    const bare = (text: string) => text.replace(/[\u061c\u200e\u200f]/g, '');
    expect(bare(formatNumber(-3, language))).toBe('−3');
    expect(bare(formatPercent(-12, language)).startsWith('−12')).toBe(true);
    expect([formatNumber(-0, language), formatNumber(-0.04, language, { maximumFractionDigits: 1 })]).toEqual(['0', '0']);
    expect(formatPercent(-0.3, language)).toBe(formatPercent(0, language));
  });

  it('lists whose items are more than text as other lists', () => {
    const names = ['A', 'B', 'C'];
    const parts = listParts(names.length, language).map((part) => (typeof part === 'number' ? names[part] : part));
    expect(parts.join('')).toBe(formatList(names, language));
    expect(listParts(0, language)).toEqual([]);
  });

  it('lists', () => {
    expect(formatList(['A', 'B', 'C'], language)).toBe(ways.three);
    expect(formatList(['A', 'B'], language)).toBe(ways.two);
    expect([formatList(['A'], language), formatList([], language)]).toEqual(['A', '']);
  });
});

describe('dates', () => {
  it('fall on the day of the reader’s zone', () => {
    const day = (zone: string) => formatDate(LATE, 'date', 'en', zone);
    expect(day('America/Sao_Paulo')).toBe('1 March 2027');
    expect(day('Africa/Nairobi')).toBe('2 March 2027');
    expect(day('Asia/Kuala_Lumpur')).toBe('2 March 2027');
  });

  it('of the calendar stay on their day wherever it is read', () => {
    expect(['2027-01-01', '2027-12-31', '2028-02-29'].map((day) => formatDay(day, 'date', 'en'))).toEqual([
      '1 January 2027',
      '31 December 2027',
      '29 February 2028',
    ]);
  });

  it('go over the hour that a summer takes away', () => {
    const at = (iso: string) => formatDate(new Date(iso), 'time', 'en', 'Asia/Beirut');
    expect([at('2027-03-27T21:59:00Z'), at('2027-03-27T22:00:00Z')]).toEqual(['23:59', '01:00']);
  });

  it.each(['Africa/Atlantis', '', '../../etc/passwd'])('are refused in a zone that is none: “%s”', (zone) => {
    for (const language of LANGUAGES) expect(() => formatDate(LATE, 'date', language, zone)).toThrow(RangeError);
  });

  it('are refused when there is none, rather than shown as another', () => {
    expect(() => formatDate(new Date(Number.NaN), 'date', 'en', 'UTC')).toThrow(RangeError);
    expect(() => formatDay('2027-02-30x', 'date', 'en')).toThrow(RangeError);
  });
});

describe('shares and sizes', () => {
  it.each([
    [0, '0%'],
    [0.4, '0%'],
    [49.5, '50%'],
    [99.4, '99%'],
    [100, '100%'],
  ])('%d of a hundred', (share, said) => {
    expect(formatPercent(share, 'en')).toBe(said);
  });

  it.each([
    [0, '1 kB'],
    [1, '1 kB'],
    [1000, '1 kB'],
    [1001, '2 kB'],
    [1_234_000, '1,234 kB'],
  ])('%d bytes are never said to be fewer', (bytes, said) => {
    expect(formatKilobytes(bytes, 'en')).toBe(said);
  });
});
