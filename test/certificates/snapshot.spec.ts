import { titleIn } from '../../src/certificates/snapshot';

describe('the title on a certificate', () => {
  const titles = { original: 'en', texts: { en: 'Taking part', ar: 'المشاركة' } } as const;

  it('is in the language of the reader when it was published in it', () => {
    expect(titleIn(titles, 'ar')).toEqual({ text: 'المشاركة', language: 'ar', direction: 'rtl' });
  });

  it('is the original in any other', () => {
    expect(titleIn(titles, 'zh')).toEqual({ text: 'Taking part', language: 'en', direction: 'ltr' });
  });
});
