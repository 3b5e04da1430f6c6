import { LANGUAGES } from '../../../src/kernel/language';
import type { Certificate } from '../../../src/certificates/certificate.entity';
import type { JsonObject } from '../../../src/certificates/credentials/linked-data';
import { knock } from '../../support/knock';
import { open, read } from '../../support/page';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { showName } from '../finished';
import { credentials, documentOf, earned } from './holder';

let world: LearningWorld;
let certificate: Certificate;
let document: JsonObject;
let address: string;
beforeAll(async () => {
  world = await startLearning();
  ({ certificate, document, address } = await earned(world, world.wanjiku, world.studies.wanjiku, 'Wanjikũ Kamau'));
});
afterAll(() => world.stop());

const path = (url: unknown) => new URL(String(url)).pathname;
const achievement = () => (document['credentialSubject'] as JsonObject)['achievement'] as JsonObject;

describe('the keys', () => {
  it('are published where programs look for them, for every site', async () => {
    const { headers, text } = await stranger(world).get('/.well-known/did.json').expect(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=3600' });
    expect(headers['content-type']).toMatch(/^application\/json\b/);
    expect(headers['set-cookie']).toBeUndefined();
    const did = JSON.parse(text) as { id: string; verificationMethod: JsonObject[]; assertionMethod: string[] };
    expect(did.id).toBe(`did:web:127.0.0.1%3A${new URL(world.address).port}`);
    expect(did.verificationMethod.map(({ id, type, controller }) => [id, type, controller])).toEqual([
      [`${did.id}#jwt-2027-1`, 'JsonWebKey', did.id],
      [`${did.id}#key-2027-1`, 'Multikey', did.id],
    ]);
    expect(did.assertionMethod).toEqual(did.verificationMethod.map(({ id }) => id));
    expect(text).not.toMatch(/"d"|private|secret/i);
  });

  it('are shown to people in seven languages, with what they can compare', async () => {
    for (const language of LANGUAGES) {
      const page = await open(stranger(world), `/issuer?language=${language}`);
      expect([page.language, page.main]).toEqual([language, expect.stringMatching(/key-2027-1[^]*([0-9A-F]{4} ){7}[0-9A-F]{4}/)]);
      expect(page.main).toContain(`did:web:127.0.0.1%3A${new URL(world.address).port}`);
    }
  });
});

describe('a status list', () => {
  const list = () => path((document['credentialStatus'] as JsonObject)['statusListCredential']);

  it('is a credential that anybody may read and keep for five minutes', async () => {
    const { headers, text } = await stranger(world).get(list()).set('accept', 'application/vc').expect(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' });
    expect(headers['content-type']).toMatch(/^application\/vc\b/);
    expect(JSON.parse(text)).toMatchObject({ type: ['VerifiableCredential', 'BitstringStatusListCredential'] });
    const json = await stranger(world).get(list()).set('accept', 'application/json').expect(200);
    expect([json.headers['content-type'], json.text]).toEqual([expect.stringMatching(/^application\/json\b/), text]);
  });

  it('is not sent again to whoever has it', async () => {
    const { etag } = (await stranger(world).get(list()).expect(200)).headers;
    await stranger(world).get(list()).set('if-none-match', etag!).expect(304);
    await world.database.write((write) => credentials(world).revoke(write, { statusList: 1, statusIndex: 1 }, world.clock.now()));
    expect((await stranger(world).get(list()).set('if-none-match', etag!).expect(200)).headers['etag']).not.toBe(etag);
  });

  it.each(['2', '0', '01', '1e0', 'x', '-1', '99999999999', '%00'])('with the number %s is not there', async (id) => {
    await stranger(world)
      .get(`/credentials/status/${id}`)
      .expect(({ status }) => expect([303, 404]).toContain(status));
  });
});

describe('an achievement', () => {
  it('is linked data to programs, in the language they ask for', async () => {
    const { headers, text } = await stranger(world).get(path(achievement()['id'])).set('accept', 'application/ld+json').expect(200);
    expect(headers['content-type']).toMatch(/^application\/ld\+json\b/);
    expect(headers['access-control-allow-origin']).toBe('*');
    const { '@context': contexts, ...told } = JSON.parse(text) as JsonObject;
    expect(contexts).toEqual(document['@context']);
    expect(told).toEqual(achievement());
    const french = await stranger(world)
      .get(`${path(achievement()['id'])}?language=fr`)
      .set('accept', 'application/json')
      .expect(200);
    expect(JSON.parse(french.text)).toMatchObject({
      id: achievement()['id'],
      inLanguage: 'fr',
      criteria: { narrative: expect.stringContaining('leçons') },
    });
  });

  it('is a page to people, and names nobody', async () => {
    for (const language of LANGUAGES) {
      const page = await open(stranger(world), `${path(achievement()['id'])}?language=${language}`);
      expect(page.language).toBe(language);
      expect(page.html).toContain('id="criteria"');
      expect(page.html).not.toMatch(/Wanjik|Kenya|Nairobi/);
    }
  });

  it('has a picture that stands alone', async () => {
    const { headers, body } = await stranger(world)
      .get(path((achievement()['image'] as JsonObject)['id']))
      .buffer(true)
      .expect(200);
    expect(headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect((body as Buffer).toString()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });

  it('is one for everybody who did the same, whatever their language and cohort', async () => {
    const other = (await earned(world, world.yusuf, world.studies.yusuf)).document;
    const subject = other['credentialSubject'] as JsonObject & { achievement: JsonObject };
    expect(subject.achievement['id']).toBe(achievement()['id']);
    expect([subject.achievement['inLanguage'], other['name']]).toEqual(['ar', expect.stringMatching(/[\u0600-\u06ff]/)]);
  });

  it.each(['/achievements/taking-part/v2', '/achievements/taking-part/v0', '/achievements/taking-part/1', '/achievements/nothing/v1'])(
    'at %s is not there',
    async (missing) => {
      await stranger(world)
        .get(missing)
        .expect(({ status }) => expect([303, 404]).toContain(status));
      await as(world, world.mei).get(missing).expect(404);
    },
  );
});

describe('whoever holds a certificate', () => {
  it('takes it along as it was signed', async () => {
    const { headers, text } = await knock(world, `${address}/credential.json`, { who: world.wanjiku });
    expect(headers['content-type']).toMatch(/^application\/vc\b/);
    expect(headers['content-disposition']).toBe(`attachment; filename="certificate-${certificate.code}.json"`);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(text).toBe(certificate.credential);
  });

  it('or as a token', async () => {
    const { headers, text } = await as(world, world.wanjiku).get(`${address}/credential.jwt`).expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain\b/);
    expect((await credentials(world).checkJwt(text, world.clock.now())).verdict).toBe('valid');
  });

  it('is the only one who can', async () => {
    for (const file of ['credential.json', 'credential.jwt']) {
      await as(world, world.mei).get(`${address}/${file}`).expect(404);
      await as(world, world.amara).get(`${address}/${file}`).expect(404);
      await stranger(world).get(`${address}/${file}`).expect(303);
    }
  });
});

describe('the document', () => {
  it('holds nothing that its public page does not show', async () => {
    const text = JSON.stringify(document);
    for (const { email, id } of [world.wanjiku, world.amara]) expect(text).not.toMatch(new RegExp(`${email}|${id}`));
    expect(text).not.toContain(world.studies.wanjiku);
    expect(text).not.toContain(world.cohort.name);
    await showName(world, certificate.code);
    const page = read(await stranger(world).get(`/verify/${certificate.code}`).expect(200));
    expect(page.main).toContain('Wanjikũ Kamau');
  });

  it('begins five minutes ago, to the second, and was awarded now', () => {
    expect([document['validFrom'], document['awardedDate'], document['validUntil']]).toEqual([
      '2027-03-01T08:55:00Z',
      '2027-03-01T09:00:00Z',
      undefined,
    ]);
  });

  it('is in the language of its cohort', () => {
    expect(documentOf(certificate)).toEqual(document);
    expect(achievement()['criteria']).toMatchObject({ narrative: expect.stringContaining('One quiz passed with 70% or more') });
  });
});
