import { createHmac } from 'node:crypto';
import { base58 } from '../../../src/certificates/credentials/base58';
import { withProof } from '../../../src/certificates/credentials/data-integrity';
import { newKeyPair, written } from '../../../src/certificates/credentials/key-forms';
import { CREDENTIALS_V2, type JsonObject } from '../../../src/certificates/credentials/linked-data';
import { CONTEXTS } from '../../../src/certificates/credentials/open-badge';
import { toSecond } from '../../../src/certificates/credentials/status-list';
import { token } from '../../../src/certificates/credentials/token';
import { TestClock } from '../../support/app';
import { type LearningWorld, startLearning } from '../../support/world';
import { credentials, earned, published, tokenOf } from './holder';
import { ask, type Opinion } from './oracle';

type Document = JsonObject & { proof: JsonObject[] };
type Change = (document: Document) => unknown;

let world: LearningWorld;
let good: Document;
let other: Document;
let jwt: string;
const attacker = newKeyPair('ed25519');
const attackersDid = `did:key:${written('ed25519', attacker.publicKey)}`;

beforeAll(async () => {
  world = await startLearning({ clock: new TestClock(new Date()) }); // others read status lists by the real clock
  const { certificate, document } = await earned(world, world.wanjiku, world.studies.wanjiku, 'Wanjikũ Kamau');
  good = document;
  jwt = await tokenOf(world, certificate);
  other = (await earned(world, world.yusuf, world.studies.yusuf)).document;
});
afterAll(() => world.stop());

/** A copy in which the value at a path is another one; undefined takes it away. */
function changed(path: string, value: unknown, from: Document = good): Document {
  const copy = structuredClone(from);
  const parts = path.split('.');
  const last = parts.pop()!;
  const holder = parts.reduce<JsonObject>((inside, part) => inside[part] as JsonObject, copy);
  const next = typeof value === 'function' ? (value as (before: unknown) => unknown)(holder[last]) : value;
  if (next === undefined) delete holder[last];
  else holder[last] = next;
  return copy;
}

const bare = (document: Document): JsonObject => {
  const { proof: _, ...rest } = document;
  return rest;
};
const signedBy = (verificationMethod: string, document: JsonObject = bare(good)) =>
  withProof(document, { created: toSecond(world.clock.now()), verificationMethod }, attacker.privateKey);
const NAME = 'credentialSubject.identifier.0.identityHash';
const ACHIEVEMENT = 'credentialSubject.achievement';

const CASES: [what: string, change: Change][] = [
  ['another name', () => changed(NAME, 'Mallory Kamau')],
  ['a name with an invisible mark', () => changed(NAME, (name: string) => `${name}\u200f`)],
  ['a name in another normal form', () => changed(NAME, (name: string) => name.normalize('NFD'))],
  ['a name with half a character', () => changed(NAME, (name: string) => `${name}\ud800`)],
  ['two names', () => changed('credentialSubject.identifier', (list: JsonObject[]) => [...list, { ...list[0]!, identityHash: 'Mallory' }])],
  ['another title', () => changed('name', 'Master of Internet governance')],
  ['another achievement', () => changed(`${ACHIEVEMENT}.name`, 'Master of Internet governance')],
  ['another mark', () => changed(`${ACHIEVEMENT}.criteria.narrative`, (text: string) => text.replace('70%', '100%'))],
  ['an achievement at another address', () => changed(`${ACHIEVEMENT}.id`, 'https://evil.example/achievement')],
  ['another version of it', () => changed(`${ACHIEVEMENT}.version`, '2')],
  ['another picture', () => changed(`${ACHIEVEMENT}.image.id`, 'https://evil.example/badge.svg')],
  ['valid from earlier', () => changed('validFrom', '2020-01-01T00:00:00Z')],
  ['awarded earlier', () => changed('awardedDate', '2020-01-01T00:00:00Z')],
  ['valid for longer', () => changed('validUntil', '2099-01-01T00:00:00Z')],
  ['another id', () => changed('id', 'urn:uuid:00000000-0000-4000-8000-000000000000')],
  ['another issuer', () => changed('issuer.id', 'did:web:evil.example')],
  ['another name of the issuer', () => changed('issuer.name', 'The Internet')],
  ['another holder', () => changed('credentialSubject.id', 'urn:uuid:00000000-0000-4000-8000-000000000000')],
  ['evidence elsewhere', () => changed('evidence.0.id', 'https://evil.example/verify')],
  ['no status', () => changed('credentialStatus', undefined)],
  ['another place in the list', () => changed('credentialStatus.statusListIndex', '7')],
  ['another list', () => changed('credentialStatus.statusListCredential', 'https://evil.example/list')],
  ['another purpose of the status', () => changed('credentialStatus.statusPurpose', 'suspension')],
  ['no schema', () => changed('credentialSchema', undefined)],
  ['a word that nobody explains', () => changed('favouriteColour', 'blue')],
  ['a word more', () => changed('description', 'With distinction')],
  ['a word spelt out', () => ({ ...changed('name', undefined), 'https://schema.org/name': good['name'] })],
  ['a word of linked data', () => changed('@included', [{ id: 'urn:uuid:00000000-0000-4000-8000-000000000001', name: 'x' }])],
  ['a context more', () => changed('@context', [...CONTEXTS, 'https://www.w3.org/ns/credentials/examples/v2'])],
  ['a context of the sender’s own', () => changed('@context', [...CONTEXTS, { name: 'https://evil.example/name' }])],
  ['another context', () => changed('@context', [CREDENTIALS_V2, 'https://evil.example/context.json'])],
  ['contexts in another order', () => changed('@context', [CONTEXTS[0], CONTEXTS[2], CONTEXTS[1]])],
  ['the proof of another one', () => ({ ...good, proof: other.proof })],
  ['no proof', () => changed('proof', undefined)],
  ['an empty list of proofs', () => changed('proof', [])],
  ['a good and a bad proof', () => changed('proof', (list: JsonObject[]) => [list[0], other.proof[0]])],
  ['made at another moment', () => changed('proof.0.created', '2020-01-01T00:00:00Z')],
  ['for another purpose', () => changed('proof.0.proofPurpose', 'authentication')],
  ['another suite', () => changed('proof.0.cryptosuite', 'eddsa-jcs-2022')],
  ['another kind of proof', () => changed('proof.0.type', 'Ed25519Signature2020')],
  ['a proof with a word more', () => changed('proof.0.domain', 'evil.example')],
  ['a proof cut short', () => changed('proof.0.proofValue', (text: string) => text.slice(0, -1))],
  ['no proof value', () => changed('proof.0.proofValue', 'z')],
  ['a proof in another alphabet', () => changed('proof.0.proofValue', (text: string) => `u${text.slice(1)}`)],
  ['a proof of 64 zeros', () => changed('proof.0.proofValue', `z${base58(Buffer.alloc(64))}`)],
  ['signed by a stranger under our key', () => signedBy(String(good.proof[0]!['verificationMethod']))],
  ['signed by a stranger, called ours', () => signedBy(`${didOf(good)}#${written('ed25519', attacker.publicKey)}`)],
  ['signed by a stranger’s did:key', () => signedBy(`${attackersDid}#${attackersDid.slice(8)}`)],
  ['signed by a stranger’s page', () => signedBy('https://evil.example/keys#1')],
  ['our key for tokens', () => changed('proof.0.verificationMethod', `${didOf(good)}#jwt-${world.clock.now().getUTCFullYear()}-1`)],
  [
    'a stranger’s own credential',
    () => signedBy(`${attackersDid}#${attackersDid.slice(8)}`, { ...bare(good), issuer: { ...issuer(good), id: attackersDid } }),
  ],
];

const issuer = (document: Document) => document['issuer'] as JsonObject;
const didOf = (document: Document) => String(issuer(document)['id']);

/** What the law of sets in RDF lets others accept, and we do not, because people read documents by their words. */
const ACCEPTED_ELSEWHERE = ['contexts in another order', 'a good and a bad proof', 'a word spelt out'];

const row = (what: string, ours: string, theirs: Opinion) =>
  `  ${what.padEnd(40)} ${ours.padEnd(32)} ${theirs.verified ? 'VERIFIED' : 'refused'}${theirs.why ? `: ${theirs.why}` : ''}`;

/** `extra`: keys that somebody else has published. */
async function table(
  heading: string,
  cases: [string, unknown][],
  tokens: boolean,
): Promise<{ what: string; ours: string; theirs: Opinion }[]> {
  const stranger = { id: attackersDid.slice(8), controller: attackersDid, type: 'Multikey', publicKeyMultibase: attackersDid.slice(8) };
  const known = {
    ...(await published(world)),
    [attackersDid]: {
      '@context': 'https://www.w3.org/ns/did/v1',
      id: attackersDid,
      verificationMethod: [{ ...stranger, id: `${attackersDid}#${stranger.id}` }],
      assertionMethod: [`${attackersDid}#${stranger.id}`],
    },
  };
  const now = world.clock.now();
  const brought = cases.map(([, one]) => one);
  const opinions = await ask(tokens ? { tokens: brought as string[], known, now } : { check: brought, known, now });
  const theirs = tokens ? opinions.tokens : opinions.checked;
  const rows = [];
  for (const [i, [what, one]] of cases.entries()) {
    const { verdict, reason } = tokens ? await credentials(world).checkJwt(one as string, now) : await credentials(world).check(one, now);
    rows.push({ what, verdict, ours: reason ? `${verdict} (${reason})` : verdict, theirs: theirs[i]! });
  }
  console.log([heading, ...rows.map(({ what, ours, theirs }) => row(what, ours, theirs))].join('\n'));
  return rows;
}

describe('a document that was tampered with', () => {
  it('is never valid, here or elsewhere', async () => {
    const cases: [string, unknown][] = [['as it was signed', good]];
    for (const [what, change] of CASES) cases.push([what, await change(good)]);
    const [untouched, ...rows] = await table(
      'case                                      ours                             @digitalbazaar/vc',
      cases,
      false,
    );
    expect([untouched!.ours, untouched!.theirs.verified, untouched!.theirs.revoked]).toEqual(['valid', true, false]);
    expect(rows.filter(({ ours }) => !/^(broken|foreign)/.test(ours)).map(({ what }) => what)).toEqual([]);
    const accepted = rows.filter(({ theirs }) => theirs.verified).map(({ what }) => what);
    expect(accepted.filter((what) => ![...ACCEPTED_ELSEWHERE, 'a stranger’s own credential'].includes(what))).toEqual([]);
  });

  it('is said not to be ours when it says so itself', async () => {
    const verdicts = await Promise.all(
      ['another issuer', 'a stranger’s own credential'].map(async (what) => {
        const change = CASES.find(([name]) => name === what)![1];
        return (await credentials(world).check(await change(good), world.clock.now())).verdict;
      }),
    );
    expect(verdicts).toEqual(['foreign', 'foreign']);
  });

  it.each<[what: string, document: unknown]>([
    ['nothing', null],
    ['a number', 7],
    ['a text', 'hello'],
    ['a list', []],
    ['an empty document', {}],
    ['an issuer that is a number', { issuer: 7 }],
    ['words of the language', JSON.parse('{"__proto__":{"issuer":{"id":"x"}},"constructor":1}')],
  ])('that is %s is broken, and nothing throws', async (_, document) => {
    expect((await credentials(world).check(document, world.clock.now())).verdict).toMatch(/^(broken|foreign)$/);
  });

  it('that is enormous, deep or made to be hard to sort is broken', async () => {
    const deep = (levels: number): unknown => (levels ? { name: deep(levels - 1) } : 'x');
    const blank = Array.from({ length: 500 }, () => ({ type: ['Evidence'] }));
    for (const evidence of [blank, [deep(5_000)], [{ id: 'urn:x', name: 'x'.repeat(1_000_000) }]]) {
      expect((await credentials(world).check({ ...good, evidence }, world.clock.now())).verdict).toBe('broken');
    }
  });
});

describe('a token that was tampered with', () => {
  const part = (at: number) => jwt.split('.')[at]!;
  const json = (at: number) => JSON.parse(Buffer.from(part(at), 'base64url').toString()) as JsonObject;
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const withHead = (more: JsonObject, signature = part(2)) => `${encoded({ ...json(0), ...more })}.${part(1)}.${signature}`;
  const withBody = (more: JsonObject) => `${part(0)}.${encoded({ ...json(1), ...more })}.${part(2)}`;

  const TOKENS: [what: string, make: () => string][] = [
    ['alg none', () => withHead({ alg: 'none' }, '')],
    ['alg none with the signature', () => withHead({ alg: 'none' })],
    [
      'HS256 with our public key',
      () => {
        const text = `${encoded({ ...json(0), alg: 'HS256' })}.${part(1)}`;
        return `${text}.${createHmac('sha256', JSON.stringify(json(0)))
          .update(text)
          .digest('base64url')}`;
      },
    ],
    ['EdDSA', () => withHead({ alg: 'EdDSA' })],
    ['our key for documents', () => withHead({ kid: String(good.proof[0]!['verificationMethod']) })],
    ['a stranger’s key', () => token(good, `${attackersDid}#1`, newKeyPair('p256').privateKey)],
    ['a stranger’s key, called ours', () => token(good, String(json(0)['kid']), newKeyPair('p256').privateKey)],
    ['a key in its head', () => withHead({ jwk: { kty: 'EC' } })],
    ['something critical in its head', () => withHead({ crit: ['exp'], exp: 1 })],
    ['no kind in its head', () => withHead({ typ: undefined })],
    ['another name', () => withBody({ credentialSubject: (changed(NAME, 'Mallory') as JsonObject)['credentialSubject'] })],
    ['another beginning', () => withBody({ nbf: 0 })],
    ['an end', () => withBody({ exp: 4_102_444_800 })],
    ['another issuer', () => withBody({ iss: 'did:web:evil.example' })],
    ['a signature cut short', () => jwt.slice(0, -1)],
    ['a signature of zeros', () => `${part(0)}.${part(1)}.${Buffer.alloc(64).toString('base64url')}`],
    ['no signature', () => `${part(0)}.${part(1)}.`],
    ['a part more', () => `${jwt}.${part(2)}`],
    ['no token at all', () => 'hello'],
    ['nothing', () => ''],
    ['60,000 letters', () => 'a'.repeat(60_001)],
  ];

  it('is never valid, here or elsewhere', async () => {
    const cases: [string, string][] = [['as it was signed', jwt], ...TOKENS.map(([what, make]): [string, string] => [what, make()])];
    const [untouched, ...rows] = await table(
      'token                                     ours                             jose',
      cases,
      true,
    );
    expect([untouched!.ours, untouched!.theirs.verified]).toEqual(['valid', true]);
    expect(rows.filter(({ ours }) => !ours.startsWith('broken')).map(({ what }) => what)).toEqual([]);
    expect(rows.filter(({ theirs }) => theirs.verified).map(({ what }) => what)).toEqual([]);
  });

  it('has a head with three words, and claims that say what its credential says', () => {
    expect(Object.keys(json(0)).sort()).toEqual(['alg', 'kid', 'typ']);
    expect(json(0)).toMatchObject({ alg: 'ES256', typ: 'JWT', kid: `${didOf(good)}#jwt-${world.clock.now().getUTCFullYear()}-1` });
    const { iss, jti, sub, nbf, exp, proof, ...rest } = json(1);
    expect({ iss, jti, nbf, exp, proof }).toEqual({
      iss: didOf(good),
      jti: good['id'],
      nbf: Date.parse(String(good['validFrom'])) / 1000,
      exp: undefined,
      proof: undefined,
    });
    expect(sub).toBe((good['credentialSubject'] as JsonObject)['id']);
    expect(rest).toEqual(bare(good));
  });
});
