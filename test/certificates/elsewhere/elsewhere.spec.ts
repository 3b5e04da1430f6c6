import { generateKeyPairSync, sign } from 'node:crypto';
import { badgeWords } from '../../../src/certificates/elsewhere/badge';
import { KeptCertificate } from '../../../src/certificates/elsewhere/kept-certificate.entity';
import { provenDocument, provenToken } from '../../../src/certificates/elsewhere/proof';
import { withProof } from '../../../src/certificates/credentials/data-integrity';
import { written } from '../../../src/certificates/credentials/key-forms';
import { CREDENTIALS_V2, OPEN_BADGES } from '../../../src/certificates/credentials/linked-data';
import { newId } from '../../../src/kernel/identifier';
import { open } from '../../support/page';
import { submit } from '../../support/submit';
import { ELSEWHERE } from '../../support/tour-checking';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { bring } from '../checking/bring';
import { earned, tokenOf } from '../credentials/holder';
import { baked, png } from '../checking/files';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const did = `did:key:${written('ed25519', publicKey)}`;
const document = {
  '@context': [CREDENTIALS_V2, OPEN_BADGES],
  id: 'urn:uuid:0',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: did, type: ['Profile'], name: 'Another school' },
  validFrom: '2026-02-03T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { id: 'https://a.example/1', type: ['Achievement'], name: 'Routing', description: 'x', criteria: { narrative: 'y' } },
  },
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (head: object, claims: object = document) => {
  const text = `${part(head)}.${part(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
};

describe('what a certificate from elsewhere proves without anybody being asked', () => {
  it('a key that stands in it signed exactly this, or something else', async () => {
    const signed = await withProof(document, { created: '2026-02-03T00:00:00Z', verificationMethod: `${did}#${did.slice(8)}` }, privateKey);
    expect(await provenDocument(signed)).toBe('proven');
    expect(await provenDocument({ ...signed, validFrom: '2020-01-01T00:00:00Z' })).toBe('broken');
    expect(await provenDocument({ ...signed, '@context': [...signed['@context'], 'https://other.example/context'] })).toBe('unproven');
    expect(await provenDocument(document)).toBe('unproven');
  });

  it('the same of a token, by did:key or by a key in its head', () => {
    const jwk = publicKey.export({ format: 'jwk' });
    expect(provenToken(token({ alg: 'EdDSA', kid: `${did}#1` }))).toBe('proven');
    expect(provenToken(token({ alg: 'EdDSA', jwk }))).toBe('proven');
    expect(provenToken(token({ alg: 'EdDSA', jwk }).replace(/\.[^.]+\./, `.${part({ ...document, id: 'urn:uuid:1' })}.`))).toBe('broken');
    expect(provenToken(token({ alg: 'none', jwk }))).toBe('unproven');
    expect(provenToken(token({ alg: 'EdDSA', kid: 'https://other.example/key' }))).toBe('unproven');
  });

  it('and what it says: newer, older, only an address, or nothing', () => {
    expect(badgeWords({ document })).toMatchObject({ kind: 'ob3', title: 'Routing', issuer: 'Another school', awardedOn: '2026-02-03' });
    expect(badgeWords({ document: JSON.parse(ELSEWHERE) as Record<string, unknown> })).toMatchObject({
      kind: 'ob2',
      title: 'Internet governance basics',
      issuer: 'Another school',
      awardedTo: '',
    });
    expect(badgeWords({ jwt: token({ alg: 'EdDSA' }) })).toMatchObject({ kind: 'ob3', title: 'Routing' });
    expect(badgeWords({ address: 'https://badges.example/1' })).toMatchObject({ kind: 'ob2', title: '', issuer: 'badges.example' });
    expect(badgeWords({ document: { hello: 1 } })).toBeNull();
    expect(badgeWords({ document: { ...document, issuer: { name: 'A\u202eB\n'.repeat(500) } } })!.issuer.length).toBeLessThanOrEqual(300);
  });
});

describe('certificates from elsewhere', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());
  const person = () => open(as(world, world.amara), `/cohorts/${world.cohort.id}/people/${world.studies.wanjiku}`);

  it('are kept from a picture, once, and said to be what they are', async () => {
    const file = png(baked(ELSEWHERE, 'openbadges'));
    for (let i = 0; i < 2; i++) expect((await bring(world, file, { address: '/kept', who: world.wanjiku })).status).toBe(303);
    const page = await open(as(world, world.wanjiku), '/kept');
    expect(page.main.match(/Internet governance basics/g)).toHaveLength(1);
    expect(page.main).toContain('Kept, cannot be verified here');
  });

  it('are seen by a team only when their holder shows them', async () => {
    expect((await person()).main).not.toContain('Internet governance basics');
    const visitor = as(world, world.wanjiku);
    await submit(visitor, await open(visitor, '/kept'), 'Show it to the teams of my cohorts');
    expect((await person()).main).toContain('Internet governance basics');
    expect((await open(as(world, world.baraka), '/kept')).main).not.toContain('Internet governance basics');
  });

  it('are nobody else’s to change, and gone when thrown away', async () => {
    const [kept] = await world.database.read(KeptCertificate).findBy({ personId: world.wanjiku.id });
    await as(world, world.baraka).post(`/kept/${kept!.id}/removal`).send({ form: newId() });
    await as(world, world.baraka).get(`/kept/${kept!.id}/text`).expect(404);
    expect(await world.database.read(KeptCertificate).count()).toBe(1);
    const visitor = as(world, world.wanjiku);
    await submit(visitor, await open(visitor, '/kept'), 'Throw it away');
    expect(await world.database.read(KeptCertificate).count()).toBe(0);
  });

  it('are not those of this site: one’s own is where it was, and nobody else’s or a forged one is kept', async () => {
    const { certificate, address, document: own } = await earned(world, world.wanjiku, world.studies.wanjiku);
    const token = await tokenOf(world, certificate);
    for (const file of [certificate.credential!, png(baked(certificate.credential!)), token]) {
      const { status, headers } = await bring(world, file, { address: '/kept', who: world.wanjiku });
      expect([status, headers['location']]).toEqual([303, address]);
    }
    const forged = JSON.stringify({ ...own, name: 'Something else' });
    for (const [who, file] of [
      [world.baraka, certificate.credential!],
      [world.wanjiku, forged],
    ] as const) {
      const { status, text } = await bring(world, file, { address: '/kept', who });
      expect([status, text]).toEqual([422, expect.stringContaining('This one names this site as its issuer')]);
    }
    expect(await world.database.read(KeptCertificate).count()).toBe(0);
  });
});
