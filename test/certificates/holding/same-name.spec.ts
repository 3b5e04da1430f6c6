import { sameName } from '../../../src/certificates/holding/same-name';

describe('the name that is printed', () => {
  it.each([
    ['itself', 'Wanjiku Kamau', 'Wanjiku Kamau'],
    ['in small letters', 'wanjiku kamau', 'Wanjiku Kamau'],
    ['with other spaces', '  Wanjiku   Kamau\u00a0', 'Wanjiku Kamau'],
    ['without spaces', 'WanjikuKamau', 'Wanjiku Kamau'],
    ['without accents', 'Tomas Vega Nunez', 'Tomás Vega Núñez'],
    ['decomposed', 'Toma\u0301s', 'Tomás'],
    ['with a plain o, l and d', 'Soren Lukasz Dang', 'Søren Łukasz Đặng'],
    ['with ss', 'Strasser', 'Straßer'],
    ['from a Turkish keyboard', 'Isil Ilgaz', 'Işıl İlgaz'],
    ['with another apostrophe', "O'Neill", 'O’Neill'],
    ['without the hyphen', 'Anne Marie', 'Anne‑Marie'],
    ['in full width', 'Ｍｅｉ Ｃｈｅｎ', 'Mei Chen'],
    ['in Chinese with a space', '陈 美', '陈美'],
    ['without the two dots of Cyrillic', 'Алена Федорова', 'Алёна Фёдорова'],
    ['in Arabic without hamza', 'احمد الامين', 'أحمد الأمين'],
    ['in Arabic with vowel signs and tatweel', 'يُوسُف خـــوري', 'يوسف خوري'],
    ['in Arabic with teh marbuta as heh and alef maksura as yeh', 'فاطمه مصطفي', 'فاطمة مصطفى'],
    ['in Arabic from a Persian keyboard', 'کریم', 'كريم'],
    ['in Arabic presentation forms', 'ﻣﺤﻤﺪ', 'محمد'],
    ['with a joiner', 'میر\u200cحسین', 'میرحسین'],
    ['with Arabic digits', 'John ٢', 'John 2'],
  ])('is recognised %s', (_, typed, printed) => {
    expect(sameName(typed, printed)).toBe(true);
    expect(sameName(printed, typed)).toBe(true);
  });

  it.each([
    ['another one', 'Wanjiru Kamau', 'Wanjiku Kamau'],
    ['a part of it', 'Wanjiku', 'Wanjiku Kamau'],
    ['a part more', 'Wanjiku Kamau Njoroge', 'Wanjiku Kamau'],
    ['the other way round', 'Kamau Wanjiku', 'Wanjiku Kamau'],
    ['nothing', '', 'Wanjiku Kamau'],
    ['only signs', '- .', 'Wanjiku Kamau'],
    ['nothing for nobody', '', ''],
    ['signs for nobody', '—', '—'],
    ['letters of another alphabet that look alike', 'Аmara', 'Amara'],
    ['another vowel sign in Devanagari', 'कि', 'की'],
    ['a long text', 'a'.repeat(601), 'a'.repeat(601)],
  ])('is not %s', (_, typed, printed) => {
    expect(sameName(typed, printed)).toBe(false);
  });
});
