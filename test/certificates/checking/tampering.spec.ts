import { createHmac } from 'node:crypto';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { type LearningWorld, startLearning } from '../../support/world';
import { earn } from '../finished';
import { answered } from './bring';
import { attached, baked, cdata, pdf, png, svg } from './files';

// oxlint-disable-next-line typescript/no-explicit-any -- documents are taken apart by hand here
type Json = Record<string, any>;

let world: LearningWorld;
let good: string;
let other: string;
const table: [string, string][] = [];
beforeAll(async () => {
  world = await startLearning();
  await earn(world, world.wanjiku, world.studies.wanjiku, 'Zoë Wanjikũ');
  await earn(world, world.baraka, world.studies.baraka);
  const of = async (personId: string) => (await world.database.read(Certificate).findOneByOrFail({ personId })).credential!;
  [good, other] = [await of(world.wanjiku.id), await of(world.baraka.id)];
});
afterAll(async () => {
  process.stdout.write(`\n${table.map(([name, verdict]) => `${name.padEnd(52)} ${verdict}`).join('\n')}\n`);
  await world.stop();
});
beforeEach(() => world.clock.advance({ minutes: 2 }));

const GENUINE = 'This certificate is genuine';
const NOT_OURS = 'This is not what we issued';
const FOREIGN = 'This certificate was not issued here';

/** The credential with something done to it. */
function changed(change: (document: Json, proof: Json, theirs: Json) => unknown): string {
  const document = JSON.parse(good) as Json;
  change(document, (document['proof'] as Json[])[0]!, JSON.parse(other) as Json);
  return JSON.stringify(document);
}
const named = (document: Json): Json => document['credentialSubject'].identifier[0];

async function verdict(name: string, file: Buffer | string): Promise<string> {
  const { heading, errors } = await answered(world, file);
  const said = heading === 'Check a certificate' ? errors.join(' ') : heading;
  table.push([name, said]);
  return said;
}

describe('a file in which something was changed, brought to the page', () => {
  it.each<[string, () => Buffer | string]>([
    ['as it was issued', () => good],
    ['with other spaces', () => JSON.stringify(JSON.parse(good), null, 3)],
    ['every letter spelt as \\u', () => good.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)],
    ['baked into a PNG', () => png(baked(good))],
    ['baked into an SVG', () => svg(cdata(good))],
    ['attached to a PDF', () => pdf(attached(good))],
  ])('%s: genuine', async (name, file) => expect(await verdict(name, file())).toBe(GENUINE));

  it.each<[string, (document: Json, proof: Json, theirs: Json) => unknown]>([
    ['name', (d) => (named(d)['identityHash'] = 'Somebody Else')],
    ['course', (d) => (d['credentialSubject'].achievement.name = 'Another course')],
    ['score added', (d) => (d['credentialSubject'].result = [{ type: ['Result'], value: '100' }])],
    ['valid from', (d) => (d['validFrom'] = '2020-01-01T00:00:00Z')],
    ['awarded on', (d) => (d['awardedDate'] = '2020-01-01T00:00:00Z')],
    ['valid until added', (d) => (d['validUntil'] = '2099-01-01T00:00:00Z')],
    ['id', (d) => (d['id'] = 'urn:uuid:01900000-0000-7000-8000-000000000000')],
    ['subject id', (d) => (d['credentialSubject'].id = 'urn:uuid:01900000-0000-7000-8000-000000000000')],
    ['achievement version', (d) => (d['credentialSubject'].achievement.version = '99')],
    ['image address', (d) => (d['credentialSubject'].achievement.image.id = 'https://evil.example/badge.svg')],
    ['status removed', (d) => delete d['credentialStatus']],
    ['status place changed', (d) => (d['credentialStatus'].statusListIndex = '7')],
    ['status list changed', (d) => (d['credentialStatus'].statusListCredential = 'https://evil.example/1')],
    ['status purpose changed', (d) => (d['credentialStatus'].statusPurpose = 'suspension')],
    ['the proof of a second one', (d, _, theirs) => (d['proof'] = theirs['proof'])],
    ['proof: created', (_, p) => (p['created'] = '2020-01-01T00:00:00Z')],
    ['proof: purpose', (_, p) => (p['proofPurpose'] = 'authentication')],
    ['proof: suite', (_, p) => (p['cryptosuite'] = 'eddsa-jcs-2022')],
    ['proof: value cut', (_, p) => (p['proofValue'] = p['proofValue'].slice(0, -2))],
    ['proof: value empty', (_, p) => (p['proofValue'] = '')],
    ['proof: one good and one bad', (d, p) => (d['proof'] = [p, { ...p, proofValue: 'z1' }])],
    ['proof: none', (d) => delete d['proof']],
    ['proof: an empty list', (d) => (d['proof'] = [])],
    ['a word that no context knows', (d) => (d['grade'] = 'A')],
    ['a word that a context knows', (d) => (d['description'] = 'With honours')],
    ['a context more', (d) => d['@context'].push('https://evil.example/context')],
    ['a context less', (d) => d['@context'].pop()],
    ['a context of its own', (d) => (d['@context'][2] = { name: 'https://schema.org/name' })],
    ['contexts in another order', (d) => d['@context'].reverse()],
    ['an invisible mark after the name', (d) => (named(d)['identityHash'] += '\u200f')],
    ['the name in NFD', (d) => (named(d)['identityHash'] = named(d)['identityHash'].normalize('NFD'))],
    ['a key of ours that is none', (_, p) => (p['verificationMethod'] = p['verificationMethod'].replace(/#.*/, '#attacker'))],
    [
      'our name with the attacker’s key',
      (_, p) => (p['verificationMethod'] = p['verificationMethod'].replace(/#.*/, '#z6MkattackersOwnKey')),
    ],
    ['the attacker’s did:key', (_, p) => (p['verificationMethod'] = 'did:key:z6MkattackersOwnKey#z6MkattackersOwnKey')],
    ['the attacker’s key at an address', (_, p) => (p['verificationMethod'] = 'https://evil.example/key')],
    ['issuer as plain text', (d) => (d['issuer'] = d['issuer'].id)],
    ['nested without end', (d) => (d['credentialSubject'].achievement = JSON.parse('{"a":'.repeat(3000) + '1' + '}'.repeat(3000)))],
  ])('%s: not what we issued', async (name, change) => expect(await verdict(name, changed(change))).toBe(NOT_OURS));

  it.each<[string, (document: Json) => unknown]>([
    ['issuer: another did:web', (d) => (d['issuer'].id = 'did:web:evil.example')],
    ['issuer: our host with a path', (d) => (d['issuer'].id += ':team')],
    ['issuer: a did:key', (d) => (d['issuer'] = 'did:key:z6MkattackersOwnKey')],
  ])('%s: not issued here', async (name, change) => expect(await verdict(name, changed(change))).toBe(FOREIGN));

  it('tokens that nobody here signed are never genuine', async () => {
    const document = JSON.parse(good) as Json;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const kid = (document['proof'] as Json[])[0]!['verificationMethod'] as string;
    const forged = (header: object, signature: string | ((text: string) => string)) => {
      const text = `${part({ typ: 'JWT', ...header })}.${part({ ...document, iss: document['issuer'].id, jti: document['id'] })}`;
      return `${text}.${typeof signature === 'string' ? signature : signature(text)}`;
    };
    const hmac = (text: string) => createHmac('sha256', kid).update(text).digest('base64url');
    const tokens: [string, string][] = [
      ['JWT: alg none', forged({ alg: 'none' }, '')],
      ['JWT: HS256 with our key as the secret', forged({ alg: 'HS256', kid }, hmac)],
      ['JWT: EdDSA', forged({ alg: 'EdDSA', kid }, 'AAAA')],
      ['JWT: ES256, nonsense', forged({ alg: 'ES256', kid }, 'AAAA')],
      ['JWT: a key in its head', forged({ alg: 'ES256', kid, jwk: { kty: 'EC' } }, 'AAAA')],
      ['JWT: no JSON in it', 'eyJhbGciOiJFUzI1NiJ9.AAAA.AAAA'],
    ];
    for (const [name, token] of tokens) expect([NOT_OURS, FOREIGN]).toContain(await verdict(name, token));
  });
});
