import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { CredentialSweep } from '../../../src/certificates/credentials/credential-sweep.service';
import { didOf, unfit } from '../../../src/certificates/credentials/did';
import { IssuerKey } from '../../../src/certificates/credentials/issuer-key.entity';
import { IssuerKeys } from '../../../src/certificates/credentials/issuer-keys.service';
import { KeySecret } from '../../../src/certificates/credentials/key-secret.service';
import { ADVICE } from '../../../src/certificates/credentials/obstacles';
import { StatusList } from '../../../src/certificates/credentials/status-list.entity';
import { run } from '../../../src/command-line/run';
import { Phrases } from '../../../src/languages/phrases';
import { newId } from '../../../src/kernel/identifier';
import { open, read } from '../../support/page';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { finish } from '../finished';
import { credentials, documentOf, earned, tokenOf } from './holder';

const phrases = Phrases.read(join(__dirname, '../../../views/translations'));

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const chapterhouse = (...words: string[]) =>
  run(words, phrases, { settings: { ...world.settings, databaseUrl: world.settings.databaseUrl }, now: world.clock.now() });
const keys = () => world.database.read(IssuerKey).find({ order: { createdAt: 'ASC', name: 'ASC' } });
const verdict = async (document: unknown) => credentials(world).check(document, world.clock.now());
const ofPerson = (personId: string) => world.database.read(Certificate).findOneByOrFail({ personId });

describe('the keys of a site', () => {
  it('are none until the first certificate needs them', async () => {
    expect((await chapterhouse('keys', 'list')).said).toContain('There is no key yet');
    const page = await open(stranger(world), '/issuer');
    expect(page.main).toContain('There is no key yet. The first certificate makes it.');
  });

  it('are made once, however many certificates need them at once', async () => {
    const keysOf = world.app.get(IssuerKeys, { strict: false });
    await Promise.all(Array.from({ length: 10 }, () => world.database.write((write) => keysOf.issuing(write, world.clock.now()))));
    expect((await keys()).map(({ name, state }) => `${name} ${state}`)).toEqual(['jwt-2027-1 active', 'key-2027-1 active']);
  });

  it('lie in the database sealed', async () => {
    const text = JSON.stringify(await keys());
    expect(text).not.toMatch(/PRIVATE|"d":|302e0201|MC4CAQ/);
  });

  it('are listed for the host', async () => {
    const { code, said } = await chapterhouse('keys', 'list');
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/^did:web:127[^]*key-2027-1 +documents +active +2027-03-01[^]*([0-9A-F]{4} ){7}/),
    ]);
    const { issuer, keys: told } = JSON.parse((await chapterhouse('keys', 'list', '--json')).said) as { issuer: string; keys: object[] };
    expect([issuer, told.length]).toEqual([didOf(world.settings.baseUrl), 2]);
  });

  it.each([[[]], [['list', 'x']], [['compromised']], [['destroy']], [['list', 'x', 'y']]])(
    'and nothing else is understood: %s',
    async (words) => {
      expect((await chapterhouse('keys', ...words)).code).toBe(2);
    },
  );
});

describe('new keys, once a year', () => {
  it('leave good what the old ones signed, and destroy their private halves', async () => {
    const { document, certificate } = await earned(world, world.wanjiku, world.studies.wanjiku);
    const token = await tokenOf(world, certificate);
    world.clock.advance({ days: 365 + 2 });
    await world.app.get(CredentialSweep, { strict: false }).round();
    world.log.flush();
    expect(world.log.lines.map(({ event }) => event)).toContain('signing-keys-are-old');
    expect((await chapterhouse('keys', 'list')).said).toContain('chapterhouse keys rotate');
    expect(await chapterhouse('keys', 'rotate')).toMatchObject({ code: 0, said: expect.stringContaining('key-2028-1') });
    expect((await keys()).map(({ name, state, privateKey }) => [name, state, privateKey !== null])).toEqual([
      ['jwt-2027-1', 'retired', false],
      ['key-2027-1', 'retired', false],
      ['jwt-2028-1', 'active', true],
      ['key-2028-1', 'active', true],
    ]);
    expect((await verdict(document)).verdict).toBe('valid');
    expect((await credentials(world).checkJwt(token, world.clock.now())).verdict).toBe('valid');
    const { assertionMethod } = JSON.parse((await stranger(world).get('/.well-known/did.json')).text) as { assertionMethod: string[] };
    expect(assertionMethod).toHaveLength(4);
  });

  it('sign what is issued from then on, and the lists', async () => {
    const { document } = await earned(world, world.mei, world.studies.mei);
    expect(document.proof[0]['verificationMethod']).toMatch(/#key-2028-1$/);
    world.clock.advance({ days: 1 });
    await world.app.get(CredentialSweep, { strict: false }).round();
    const { credential } = await world.database.read(StatusList).findOneByOrFail({ id: '1' });
    expect(credential).toContain('#key-2028-1"');
    expect((await verdict(document)).verdict).toBe('valid');
  });

  it('twice at the same moment are one', async () => {
    const answers = await Promise.all([chapterhouse('keys', 'rotate'), chapterhouse('keys', 'rotate')]);
    expect(answers.map(({ code }) => code)).toContain(0);
    expect((await keys()).filter(({ state }) => state === 'active')).toHaveLength(2);
  });
});

describe('a key that somebody else may have', () => {
  it('counts no more, and everything that it signed is signed anew', async () => {
    const stolen = documentOf(await ofPerson(world.wanjiku.id));
    const other = documentOf(await ofPerson(world.mei.id));
    const { code, said } = await chapterhouse('keys', 'compromised', 'key-2027-1');
    expect([code, said]).toEqual([0, expect.stringContaining('1 certificate was signed anew')]);
    expect(await verdict(stolen)).toMatchObject({ verdict: 'broken', reason: 'key-compromised' });
    const anew = documentOf(await ofPerson(world.wanjiku.id));
    expect((await verdict(anew)).verdict).toBe('valid');
    const { proof: _before, ...words } = stolen;
    const { proof: _after, ...again } = anew;
    expect(again).toEqual(words);
    expect(documentOf(await ofPerson(world.mei.id))).toEqual(other);
    const { assertionMethod } = JSON.parse((await stranger(world).get('/.well-known/did.json')).text) as { assertionMethod: string[] };
    expect(assertionMethod.filter((one) => one.endsWith('#key-2027-1'))).toEqual([]);
  });

  it('is told apart on the page of the issuer', async () => {
    const page = await open(stranger(world), '/issuer');
    expect(page.main).toContain('Given up: nothing that it signed counts');
  });

  it('is given up again without harm, and what was interrupted is gone on with', async () => {
    const active = (await keys()).find(({ state, kind }) => state === 'active' && kind === 'ed25519')!;
    await world.database.write((write) => write.update(IssuerKey, { id: active.id }, { state: 'compromised', privateKey: null }));
    const keysOf = world.app.get(IssuerKeys, { strict: false });
    await world.database.write((write) => keysOf.make(write, active.did, 'ed25519', world.clock.now()));
    expect((await chapterhouse('keys', 'compromised', active.name)).said).toContain('certificate');
    expect((await chapterhouse('keys', 'compromised', active.name)).said).toContain('0 certificates');
    for (const person of [world.wanjiku, world.mei]) expect((await verdict(documentOf(await ofPerson(person.id)))).verdict).toBe('valid');
  });

  it('that nobody knows is not given up', async () => {
    expect(await chapterhouse('keys', 'compromised', 'key-1999-1')).toMatchObject({ code: 1 });
  });
});

describe('certificates from before they were signed', () => {
  it('are signed by the sweep, and those that were withdrawn or whose holder is gone are not', async () => {
    const nothing = { credential: null, statusList: null, statusIndex: null };
    const [wanjiku, mei] = [await ofPerson(world.wanjiku.id), await ofPerson(world.mei.id)];
    await world.database.write(async (write) => {
      await write.update(Certificate, { id: wanjiku.id }, nothing);
      await write.update(Certificate, { id: mei.id }, { ...nothing, withdrawnAt: world.clock.now() });
    });
    await world.app.get(CredentialSweep, { strict: false }).round();
    const document = documentOf(await ofPerson(world.wanjiku.id));
    expect((await verdict(document)).verdict).toBe('valid');
    expect(document['awardedDate']).toBe('2027-03-01T09:00:00Z');
    expect((await ofPerson(world.mei.id)).credential).toBeNull();
    expect(world.log.faults).toEqual([]);
  });
});

describe('a site that must not issue', () => {
  it.each([
    ['https://learn.example.org', null],
    ['https://learn.example.org:8443', null],
    ['http://learn.example.org', 'not-https'],
    ['http://localhost:3000', 'this-machine'],
    ['https://localhost', 'this-machine'],
    ['https://site.localhost', 'this-machine'],
    ['https://intranet', 'this-machine'],
    ['http://127.0.0.1', 'this-machine'],
    ['https://[::1]:3000', 'this-machine'],
    ['https://192.0.2.7', 'numbers'],
    ['https://[2001:db8::7]', 'numbers'],
  ])('at %s: %s', (address, reason) => {
    expect(unfit(address)).toBe(reason);
  });

  it('says why, to the person and to the host, and issues nothing', async () => {
    const settings = world.settings as { mode: string; baseUrl: string };
    const baseUrl = settings.baseUrl;
    await finish(world, world.yusuf, world.studies.yusuf);
    const press = () =>
      as(world, world.yusuf).post(`/learning/${world.studies.yusuf}/certificate?language=en`).send({ form: newId(), name: 'Yusuf' });
    settings.mode = 'production';
    try {
      for (const [address, words] of [
        [baseUrl, 'known on this machine only'],
        ['http://learn.example.org', 'does not begin with https'],
        ['https://192.0.2.7', 'made of numbers'],
        ['https://learn.example.org', 'has changed since its first certificates'],
      ]) {
        settings.baseUrl = address!;
        expect(read(await press().expect(409)).main).toContain(words);
        expect(Object.values(ADVICE)).toContain((await chapterhouse('keys', 'list')).said.split('\n').at(-1));
      }
      expect(await world.database.read(Certificate).countBy({ personId: world.yusuf.id })).toBe(0);
      expect((await chapterhouse('keys', 'rotate')).code).toBe(0); // to go on under the new host
      await press().expect(303);
      const document = documentOf(await ofPerson(world.yusuf.id));
      expect(document).toMatchObject({
        issuer: { id: 'did:web:learn.example.org' },
        credentialStatus: { statusListCredential: expect.stringMatching(/^https:\/\/learn\.example\.org\/credentials\/status\/\d+$/) },
      });
      expect((await verdict(document)).verdict).toBe('valid');
    } finally {
      settings.mode = 'test';
      settings.baseUrl = baseUrl;
    }
  });

  it('does not open its keys with another secret', async () => {
    const secret = world.app.get(KeySecret, { strict: false }) as unknown as { known: string | null };
    const right = secret.known;
    secret.known = 'somebody else’s secret, also of more than 32 letters';
    const answer = await as(world, world.baraka)
      .post(`/learning/${world.studies.baraka}/certificate?language=en`)
      .send({ form: newId(), name: 'Baraka' });
    expect(answer.status).toBe(409);
    await finish(world, world.baraka, world.studies.baraka);
    const again = await as(world, world.baraka)
      .post(`/learning/${world.studies.baraka}/certificate?language=en`)
      .send({ form: newId(), name: 'Baraka' });
    expect(read(again).main).toContain('cannot be opened with the secret');
    secret.known = right;
  });
});

describe('the secret of a site that sets none', () => {
  it('is made once, for the owner of the folder only', () => {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'chapterhouse-secret-')), 'data');
    const settings = { ...world.settings, keysSecret: null, dataDir };
    const first = new KeySecret(settings).get();
    expect(new KeySecret(settings).get()).toBe(first);
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect(statSync(join(dataDir, 'keys.secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'keys.secret'), 'utf8')).toBe(first);
    expect(new KeySecret({ ...settings, keysSecret: 'mine' }).get()).toBe('mine');
    rmSync(dataDir, { recursive: true });
  });
});
