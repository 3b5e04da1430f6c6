import type { Assignment } from '../../src/assignments/assignment';
import { draftCorrections, handInCorrections } from '../../src/assignments/works/corrections';
import { isLink, linksIn } from '../../src/assignments/works/links';
import { wordsIn } from '../../src/kernel/text';

const task = (more: Partial<Assignment> = {}) => ({ text: { need: 'required', words: 5 }, links: 2, files: 2, ...more }) as Assignment;
const handing = (more = {}) => ({ text: 'Five words and no more', links: '', files: 0, language: 'en', ...more });
const keys = (found: { field: string; key: string }[]) => found.map(({ field, key }) => `${field} ${key.split('.').at(-1)}`);

describe('links', () => {
  it.each(['https://example.org/', 'http://example.org/a?b=c#d', 'HTTPS://EXAMPLE.org', 'https://مثال.إختبار/x', 'https://[::1]:8080/'])(
    '%s is one',
    (text) => {
      expect(isLink(text)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'example.org',
    'https://',
    'https:///x',
    'https://example.org/a b',
    'https://user:secret@example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://example.org/\u202egpj',
    `https://example.org/${'x'.repeat(500)}`,
  ])('%s is none', (text) => {
    expect(isLink(text)).toBe(false);
  });

  it('stand one on each line', () => {
    expect(linksIn(' https://a.example \n\n\nhttps://b.example\n')).toEqual(['https://a.example', 'https://b.example']);
  });
});

describe('words', () => {
  it.each([
    ['One, two — three.', 'en', 3],
    ['مرحبًا بكم جميعًا', 'ar', 3],
    ['你好世界', 'zh', 2],
    ['  \n ', 'en', 0],
  ])('“%s” (%s) has %d', (text, language, count) => {
    expect(wordsIn(text, language)).toBe(count);
  });
});

describe('what is to be corrected', () => {
  it.each([
    ['nothing at the limit of words', task(), handing(), []],
    ['one word too many', task(), handing({ text: 'Now these are six words altogether' }), ['text words']],
    ['no text', task(), handing({ text: ' \u200b ' }), ['text text']],
    ['a text that may be missing', task({ text: { need: 'optional', words: 5 } }), handing({ text: '', files: 1 }), []],
    ['nothing at all', task({ text: { need: 'optional', words: 5 } }), handing({ text: '' }), ['text nothing']],
    ['no file where only files are asked for', task({ text: { need: 'none', words: 0 } }), handing({ text: '' }), ['file nothing']],
    ['a link among others that is none', task(), handing({ links: 'https://a.example\njavascript:alert(1)' }), ['links link']],
    ['a link too many', task(), handing({ links: 'https://a.example\nhttps://b.example\nhttps://c.example' }), ['links links']],
  ])('%s', (_, assignment, given, expected) => {
    expect(keys(handInCorrections(assignment, given))).toEqual(expected);
  });

  it('a draft may be too long and empty', () => {
    expect(draftCorrections(task(), { links: '' })).toEqual([]);
    expect(keys(draftCorrections(task(), { links: 'nothing' }))).toEqual(['links link']);
  });
});
