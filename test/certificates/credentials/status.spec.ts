import { gzipSync } from 'node:zlib';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { withProof } from '../../../src/certificates/credentials/data-integrity';
import { IssuerKey } from '../../../src/certificates/credentials/issuer-key.entity';
import { IssuerKeys } from '../../../src/certificates/credentials/issuer-keys.service';
import { KeyChanges } from '../../../src/certificates/credentials/key-changes.service';
import type { JsonObject } from '../../../src/certificates/credentials/linked-data';
import {
  bitAt,
  emptyBits,
  packed,
  PLACES,
  statusListDocument,
  toSecond,
  unpacked,
  withBit,
} from '../../../src/certificates/credentials/status-list';
import { StatusList } from '../../../src/certificates/credentials/status-list.entity';
import { StatusLists } from '../../../src/certificates/credentials/status-lists.service';
import { StatusPlace } from '../../../src/certificates/credentials/status-place.entity';
import { TestClock } from '../../support/app';
import { type LearningWorld, startLearning } from '../../support/world';
import { credentials, documentOf, earned, published } from './holder';
import { ask } from './oracle';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning({ clock: new TestClock(new Date()) })));
afterAll(() => world.stop());

const lists = () => world.app.get(StatusLists, { strict: false });
const keys = () => world.app.get(IssuerKeys, { strict: false });
const list = (id = '1') => world.database.read(StatusList).findOneByOrFail({ id });
const verdict = async (document: unknown) => credentials(world).check(document, world.clock.now());
const revoke = (certificate: Certificate) =>
  world.database.write((write) => credentials(world).revoke(write, certificate, world.clock.now()));

describe('a list of bits', () => {
  it('begins with the highest bit of its first byte', () => {
    expect([...withBit(emptyBits(), 0).subarray(0, 2)]).toEqual([0x80, 0]);
    expect([...withBit(emptyBits(), 9).subarray(0, 2)]).toEqual([0, 0x40]);
    const last = withBit(emptyBits(), PLACES - 1);
    expect([last.at(-1), bitAt(last, PLACES - 1), bitAt(last, PLACES - 2), bitAt(last, PLACES)]).toEqual([1, true, false, false]);
  });

  it('is packed as others unpack it, and back', () => {
    const bits = [3, 77, 131_000].reduce(withBit, emptyBits());
    expect(packed(bits)).toMatch(/^uH4sI/);
    expect(unpacked(packed(bits))).toEqual(bits);
  });

  it.each<[what: string, text: unknown]>([
    ['a number', 7],
    ['nothing', ''],
    ['base64 with its padding', `${packed(emptyBits())}=`],
    ['another alphabet', `z${packed(emptyBits()).slice(1)}`],
    ['what is not packed', `u${Buffer.alloc(16_384).toString('base64url')}`],
    ['one bit too few', packed(Buffer.alloc(PLACES / 8 - 1))],
    ['a bomb', bomb()],
    ['half of itself', packed(Buffer.alloc(PLACES / 8, 0x5a)).slice(0, 40)],
  ])('that is %s is none', (_, text) => {
    expect(unpacked(text)).toBeNull();
  });
});

/** 64 megabytes of zeros in as many kilobytes. */
function bomb(): string {
  return `u${gzipSync(Buffer.alloc(64_000_000)).toString('base64url')}`;
}

describe('a certificate that was revoked', () => {
  it('is so at once, here and elsewhere, where “verified” alone says nothing', async () => {
    const { certificate, document } = await earned(world, world.wanjiku, world.studies.wanjiku);
    const elsewhere = async () => (await ask({ check: [document], known: await published(world), now: world.clock.now() })).checked[0]!;
    expect((await verdict(document)).verdict).toBe('valid');
    expect(await elsewhere()).toMatchObject({ verified: true, revoked: false });
    await revoke(certificate);
    expect(await verdict(document)).toMatchObject({ verdict: 'revoked', facts: { listVersion: 2 } });
    expect(await elsewhere()).toMatchObject({ verified: true, revoked: true });
    await revoke(certificate);
    expect((await list()).version).toBe(2); // twice is once
  });

  it('has no company: two at the same moment are two, and nobody else', async () => {
    const [a, b, c] = [
      await earned(world, world.mei, world.studies.mei),
      await earned(world, world.yusuf, world.studies.yusuf),
      await earned(world, world.baraka, world.studies.baraka),
    ];
    const { version } = await list();
    await Promise.all([revoke(a.certificate), revoke(b.certificate)]);
    const verdicts = await Promise.all([a, b, c].map(async ({ document }) => (await verdict(document)).verdict));
    expect(verdicts).toEqual(['revoked', 'revoked', 'valid']);
    expect((await list()).version).toBe(version + 2);
  });

  it('from before certificates were signed has no bit to set', async () => {
    const { version } = await list();
    await world.database.write((write) => credentials(world).revoke(write, { statusList: null, statusIndex: null }, world.clock.now()));
    expect((await list()).version).toBe(version);
  });
});

describe('whether it was revoked cannot be said', () => {
  let document: JsonObject;
  let before: StatusList;
  beforeAll(async () => {
    document = documentOf((await world.database.read(Certificate).findOneByOrFail({ personId: world.baraka.id }))!);
    before = await list();
  });
  afterEach(() => world.database.write((write) => write.update(StatusList, { id: '1' }, { credential: before.credential })));

  const put = (credential: string) => world.database.write((write) => write.update(StatusList, { id: '1' }, { credential }));
  /** The list with other words, signed again with the right key. */
  async function signed(change: (list: JsonObject & { credentialSubject: JsonObject }) => unknown): Promise<string> {
    const { proof: _, ...copy } = JSON.parse(before.credential) as JsonObject & { credentialSubject: JsonObject };
    change(copy);
    const { address, key } = (await keys().ready(before.did, 'ed25519'))!;
    return JSON.stringify(await withProof(copy, { created: toSecond(world.clock.now()), verificationMethod: address }, key));
  }

  it.each<[what: string, reason: string, make: () => Promise<string> | string]>([
    ['its signature is broken', 'list-signature', () => before.credential.replace(/"ttl":\d+/, '"ttl":1')],
    ['a bit was set by hand', 'list-signature', () => before.credential.replace(/"u[^"]+"/, `"${packed(emptyBits())}"`)],
    ['it is not JSON', 'list-unreadable', () => 'hello'],
    ['it has no words', 'list-unreadable', () => '{}'],
    ['it is stale', 'list-stale', () => signed((one) => (one['validUntil'] = toSecond(new Date(world.clock.now().getTime() - 1000))))],
    [
      'it begins tomorrow',
      'list-stale',
      () => signed((one) => (one['validFrom'] = toSecond(new Date(world.clock.now().getTime() + 86_400_000)))),
    ],
    ['it never ends', 'list-stale', () => signed((one) => delete one['validUntil'])],
    [
      'it is about something else',
      'list-purpose',
      () => signed(({ credentialSubject }) => (credentialSubject['statusPurpose'] = 'suspension')),
    ],
    ['it is another list', 'list-issuer', () => signed((one) => (one['id'] = `${String(one['id'])}0`))],
    ['somebody else issued it', 'list-issuer', () => signed((one) => (one['issuer'] = 'did:web:evil.example'))],
    ['it is no list', 'list-type', () => signed((one) => (one['type'] = ['VerifiableCredential']))],
    [
      'it is too short',
      'list-bits',
      () => signed(({ credentialSubject }) => (credentialSubject['encodedList'] = packed(Buffer.alloc(10_000)))),
    ],
    ['it is a bomb', 'list-bits', () => signed(({ credentialSubject }) => (credentialSubject['encodedList'] = bomb()))],
  ])('when %s: it is not called valid', async (_, reason, make) => {
    await put(await make());
    expect(await verdict(document)).toMatchObject({ verdict: 'unchecked', reason });
  });

  it('when it was found good, and its key is believed no more since then', async () => {
    const now = world.clock.now();
    await world.app.get(KeyChanges, { strict: false }).rotate(now);
    await world.database.write((write) => lists().sign(write, '1', now));
    expect((await verdict(document)).verdict).toBe('valid');
    const [, name = ''] = /#(key-[\d-]+)"/.exec((await list()).credential)!;
    const is = (state: 'compromised' | 'active') => world.database.write((write) => write.update(IssuerKey, { name }, { state }));
    await is('compromised');
    expect(await verdict(document)).toMatchObject({ verdict: 'unchecked', reason: 'list-signature' });
    await is('active');
    expect((await verdict(document)).verdict).toBe('valid');
    await put(before.credential);
  });

  it('when it is gone', async () => {
    await world.database.write((write) => write.remove(StatusList, { id: '1' }));
    expect(await verdict(document)).toMatchObject({ verdict: 'unchecked', reason: 'list-missing' });
    await world.database.write((write) => write.insert(StatusList, before));
    expect((await verdict(document)).verdict).toBe('valid');
  });

  it('by a list that nobody has signed anew for two weeks, until it is', async () => {
    const now = world.clock.now();
    world.clock.advance({ days: 14, seconds: 1 });
    expect(await verdict(document)).toMatchObject({ verdict: 'unchecked', reason: 'list-stale' });
    expect(await lists().refresh(world.clock.now())).toBe(1);
    expect((await verdict(document)).verdict).toBe('valid');
    expect((await list()).version).toBe(before.version); // signed anew, with the same bits
    expect(await lists().refresh(world.clock.now())).toBe(0);
    world.clock.set(now);
  });
});

describe('places', () => {
  it('of fifty certificates that are issued at once are fifty, and follow no order', async () => {
    const now = world.clock.now();
    const draw = () => world.database.write(async (write) => lists().draw(write, await keys().issuing(write, now), now));
    const places = (await Promise.all(Array.from({ length: 50 }, draw))).map(({ list, place }) => `${list} ${place}`);
    expect(new Set(places).size).toBe(50);
    const numbers = places.map((one) => Number(one.split(' ')[1]));
    expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
    expect(Math.max(...numbers)).toBeGreaterThan(PLACES / 2);
  });

  it('that are taken are drawn again, and of a list that is half full no more', async () => {
    const now = world.clock.now();
    await world.database.write((write) => write.remove(StatusPlace, { list: 1 }));
    const half = Array.from({ length: PLACES / 2 }, (_, place) => ({ list: 1, place }));
    for (let at = 0; at < half.length; at += 8192)
      await world.database.write((write) => write.insert(StatusPlace, half.slice(at, at + 8192)));
    const { chance } = lists();
    const drawn = [5, 99_999];
    lists().chance = () => drawn.shift()!;
    const place = await world.database.write(async (write) => lists().draw(write, await keys().issuing(write, now), now));
    lists().chance = chance;
    expect(place).toEqual({ list: 2, place: 99_999 });
    expect([(await list('1')).full, (await list('2')).full]).toEqual([true, false]);
  });

  it('of a transaction that failed are free again', async () => {
    const now = world.clock.now();
    const failed = world.database.write(async (write) => {
      await lists().draw(write, await keys().issuing(write, now), now);
      throw new Error('the rest failed');
    });
    const before = await world.database.read(StatusPlace).count();
    await expect(failed).rejects.toThrow('the rest failed');
    expect(await world.database.read(StatusPlace).count()).toBe(before);
  });
});

describe('a list that is written', () => {
  it('lasts two weeks, and tells programs to ask again after five minutes', () => {
    const now = new Date('2027-03-01T09:00:00.900Z');
    const { validFrom, validUntil, credentialSubject } = statusListDocument('https://x.example/1', 'did:web:x.example', emptyBits(), now);
    expect([validFrom, validUntil]).toEqual(['2027-03-01T09:00:00Z', '2027-03-15T09:00:00Z']);
    expect((credentialSubject as JsonObject)['ttl']).toBe(300_000);
  });
});
