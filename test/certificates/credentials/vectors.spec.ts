import { createHash, createPrivateKey } from 'node:crypto';
import { base58, fromBase58 } from '../../../src/certificates/credentials/base58';
import { isProven, withProof } from '../../../src/certificates/credentials/data-integrity';
import { fingerprint, newKeyPair, publicKey, written } from '../../../src/certificates/credentials/key-forms';
import {
  canonicalForm,
  contexts,
  CREDENTIALS_V2,
  OPEN_BADGES,
  OPEN_BADGES_EXTENSIONS,
  onBoard,
} from '../../../src/certificates/credentials/linked-data';
import { sealed, unsealed } from '../../../src/certificates/credentials/sealing';
import { ask } from './oracle';

const seeded = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' });

/** https://www.w3.org/TR/vc-di-eddsa/#representation-eddsa-rdfc-2022: its key, its credential, its proof. */
const W3C = {
  secret: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq',
  public: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  document: {
    // The second context of the example says only this; it is given here in its own words, because it is on board nowhere.
    '@context': [CREDENTIALS_V2, { '@vocab': 'https://www.w3.org/ns/credentials/examples#' }],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  },
  hash: '517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017',
  created: '2023-02-24T23:36:38Z',
  proofValue: 'z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme',
};

/** Open Badges 3.0 Implementation Guide, “Linked Data Proof Test Vector” (https://www.imsglobal.org/spec/ob/v3p0/impl/#ob-linked-data-proof). */
const GUIDE = {
  seed: '6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4',
  public: 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  document: {
    '@context': [CREDENTIALS_V2, OPEN_BADGES],
    id: 'http://example.com/credentials/3527',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'https://example.edu/issuers/565049', type: ['Profile'], url: 'https://www.imsglobal.org', name: 'Example Corp' },
    validFrom: '2010-01-01T00:00:00Z',
    name: 'Teamwork Badge',
    credentialSubject: {
      id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://example.com/achievements/21st-century-skills/teamwork',
        type: ['Achievement'],
        criteria: {
          narrative: 'Team members are nominated for this badge by their peers and recognized upon review by Example Corp management.',
        },
        description: 'This badge recognizes the development of the capacity to collaborate within a group environment.',
        name: 'Teamwork',
      },
    },
  },
  hash: '87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773',
  created: '2010-01-01T19:23:24Z',
  proofValue: 'z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr',
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('signing', () => {
  it('gives the proof of the W3C’s example, byte for byte', async () => {
    expect(sha256(await canonicalForm(W3C.document))).toBe(W3C.hash);
    const key = seeded(fromBase58(W3C.secret.slice(1))!.subarray(2));
    const verificationMethod = `did:key:${W3C.public}#${W3C.public}`;
    const { proof } = await withProof(W3C.document, { created: W3C.created, verificationMethod }, key);
    expect(proof[0].proofValue).toBe(W3C.proofValue);
    expect(await isProven({ ...W3C.document, proof: proof[0] }, publicKey('ed25519', W3C.public))).toBe(true);
  });

  it('gives the proof of 1EdTech’s guide, byte for byte', async () => {
    expect(sha256(await canonicalForm(GUIDE.document))).toBe(GUIDE.hash);
    const key = seeded(Buffer.from(GUIDE.seed, 'hex'));
    const verificationMethod = `https://example.edu/issuers/565049#${GUIDE.public}`;
    const signed = await withProof(GUIDE.document, { created: GUIDE.created, verificationMethod }, key);
    expect(signed.proof[0].proofValue).toBe(GUIDE.proofValue);
    expect(await isProven(signed, publicKey('ed25519', GUIDE.public))).toBe(true);
  });

  it('gives what @digitalbazaar/vc gives', async () => {
    const seed = Buffer.alloc(32, 7);
    const about = { created: '2026-11-22T00:00:00Z', verificationMethod: 'did:web:credentials.example.org#key-2026-1' };
    const { proof } = await ask({ sign: { document: GUIDE.document, seed: seed.toString('base64url'), ...about } });
    expect((await withProof(GUIDE.document, about, seeded(seed))).proof[0]).toEqual(proof);
  });
});

describe('contexts', () => {
  it('are on board, and are those that were looked at', () => {
    const pinned = Object.fromEntries([...contexts()].map(([address, context]) => [address, sha256(JSON.stringify(context))]));
    expect(pinned).toEqual({
      [CREDENTIALS_V2]: 'bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050',
      [OPEN_BADGES]: 'e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f',
      [OPEN_BADGES_EXTENSIONS]: 'f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892',
    });
  });

  it('from elsewhere are refused, and words that no context explains', async () => {
    await expect(onBoard('https://www.w3.org/2018/credentials/v1')).rejects.toThrow('Not on board');
    await expect(onBoard('https://evil.example/context.json')).rejects.toThrow('Not on board');
    await expect(canonicalForm({ ...GUIDE.document, '@context': [CREDENTIALS_V2, 'https://evil.example/c'] })).rejects.toThrow();
    await expect(canonicalForm({ ...GUIDE.document, favouriteColour: 'blue' })).rejects.toThrow();
  });
});

describe('keys', () => {
  it('are written as others read them', () => {
    for (const text of [W3C.public, GUIDE.public]) expect(written('ed25519', publicKey('ed25519', text))).toBe(text);
    const { publicKey: p256 } = newKeyPair('p256');
    expect(Object.keys(JSON.parse(written('p256', p256)) as object)).toEqual(['kty', 'crv', 'x', 'y']);
    expect(written('p256', publicKey('p256', written('p256', p256)))).toBe(written('p256', p256));
    expect(fingerprint(W3C.public)).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
    for (const text of ['', 'z', 'zabc', `u${W3C.public}`, W3C.secret]) expect(() => publicKey('ed25519', text)).toThrow();
  });

  it('are sealed: they open with their secret and their name, and when nothing was changed', () => {
    const { privateKey } = newKeyPair('ed25519');
    const text = sealed(privateKey, 'a secret', 'one');
    expect(unsealed(text, 'a secret', 'one')!.equals(privateKey)).toBe(true);
    expect(sealed(privateKey, 'a secret', 'one')).not.toBe(text);
    expect(unsealed(text, 'another secret', 'one')).toBeNull();
    expect(unsealed(text, 'a secret', 'two')).toBeNull();
    for (const at of [0, 20, text.length - 3]) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(unsealed(changed, 'a secret', 'one')).toBeNull();
    }
    expect(unsealed('', 'a secret', 'one')).toBeNull();
  });
});

describe('base58', () => {
  /** https://datatracker.ietf.org/doc/html/draft-msporny-base58-03#section-5 */
  it.each([
    ['Hello World!', '2NEpo7TZRRrLZSi2U'],
    ['The quick brown fox jumps over the lazy dog.', 'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z'],
  ])('writes “%s” as others do', (text, expected) => {
    expect(base58(Buffer.from(text))).toBe(expected);
    expect(fromBase58(expected)!.toString()).toBe(text);
  });

  it('keeps leading zeros, and refuses what is none', () => {
    expect(base58(Buffer.from('0000287fb4cd', 'hex'))).toBe('11233QC4');
    expect(fromBase58('11233QC4')!.toString('hex')).toBe('0000287fb4cd');
    expect([base58(Buffer.alloc(0)), fromBase58('')!.length]).toEqual(['', 0]);
    for (const text of ['0', 'O', 'I', 'l', 'a b', 'é', '1'.repeat(201)]) expect(fromBase58(text)).toBeNull();
  });
});
