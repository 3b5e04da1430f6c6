import { createHash } from 'crypto';
import fc from 'fast-check';
import { documentHash, sha256, textHash } from '../../src/content/hash';
import { PackageDocument } from '../../src/content/package';

describe('SHA-256', () => {
  it.each([
    ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'two blocks',
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the published value for %s', (_, text, hash) => expect(sha256(text)).toBe(hash));

  it.each([55, 56, 63, 64, 65, 119, 120, 1000, 100_000])('agrees with the platform on %d characters', (length) => {
    const text = 'x'.repeat(length);
    expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('agrees with the platform on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });
});

describe('hashes of content', () => {
  const document: PackageDocument = {
    kind: 'module',
    slug: 'm',
    language: 'fr',
    structure: { b: 1, a: 2 },
    texts: { title: 'Caf\u00e9' },
    references: [],
  };

  it('are the same for the same document in another order and another Unicode form', () => {
    const other = { references: [], texts: { title: 'Cafe\u0301' }, structure: { a: 2, b: 1 }, language: 'fr', slug: 'm', kind: 'module' };
    expect(documentHash(other as unknown as PackageDocument)).toBe(documentHash(document));
    expect(documentHash(document)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differ when one letter differs', () => {
    expect(documentHash({ ...document, texts: { title: 'Cafe' } })).not.toBe(documentHash(document));
  });

  it('of a text are 16 digits, and the same in every Unicode form', () => {
    expect(textHash('abc')).toBe('ba7816bf8f01cfea');
    expect(textHash('Cafe\u0301')).toBe(textHash('Caf\u00e9'));
  });
});
