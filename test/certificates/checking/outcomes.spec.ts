import { Certificate } from '../../../src/certificates/certificate.entity';
import { newCode } from '../../../src/certificates/code';
import { Checking } from '../../../src/certificates/credentials/checking.service';
import { Credentials } from '../../../src/certificates/credentials/credentials.service';
import { StatusList } from '../../../src/certificates/credentials/status-list.entity';
import { open, type Page, read } from '../../support/page';
import { submit } from '../../support/submit';
import { contents } from '../../support/tables';
import { stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { tokenOf } from '../credentials/holder';
import { earn } from '../finished';
import { answered, bring } from './bring';
import { png } from './files';

let world: LearningWorld;
let wanjiku: Certificate;
let baraka: Certificate;
beforeAll(async () => {
  world = await startLearning();
  await earn(world, world.wanjiku, world.studies.wanjiku, 'Wanjikũ Kamau');
  await earn(world, world.baraka, world.studies.baraka);
  await world.database.write((write) => write.update(Certificate, { nameHidden: true }, { nameHidden: false }));
  [wanjiku, baraka] = (await Promise.all([world.wanjiku, world.baraka].map((who) => of(who.id)))) as [Certificate, Certificate];
});
afterAll(() => world.stop());
beforeEach(() => world.clock.advance({ minutes: 2 }));

const of = (personId: string) => world.database.read(Certificate).findOneByOrFail({ personId });
const set = async (id: string, change: Partial<Certificate>) =>
  Object.keys(change).length && world.database.write((write) => write.update(Certificate, { id }, change as never));
const page = ({ code }: { code: string }) => open(stranger(world), `/verify/${code}`);
const NAMES = /Wanjik|Kamau/;

/** With the certificate changed so, while this is done. */
async function with_(change: Partial<Certificate>, work: () => Promise<void>): Promise<void> {
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, wanjiku[key as keyof Certificate]]));
  await set(wanjiku.id, change);
  await work().finally(() => set(wanjiku.id, before));
}

describe('what a stranger is told', () => {
  const cases: [string, () => Partial<Certificate>, string, RegExp][] = [
    ['valid', () => ({}), 'This certificate is genuine', /signature is good, and it has not been withdrawn/],
    [
      'from before certificates were signed',
      () => ({ credential: null }),
      'This certificate stands in our records',
      /There is no signature/,
    ],
    ['withdrawn', () => ({ withdrawnAt: world.clock.now() }), 'This certificate was withdrawn', /withdrew it on 1 March 2027/],
    ['another name in its row', () => ({ name: 'Somebody Else' }), 'This certificate does not match its signature', /Do not rely on it/],
    [
      'a later end in its row',
      () => ({ validUntil: new Date('2099-01-01') }),
      'This certificate does not match its signature',
      /Do not rely/,
    ],
    ['other signed text in its row', () => ({ credential: baraka.credential }), 'This certificate does not match its signature', /Do not/],
  ];
  it.each(cases)('%s', async (_, change, heading, said) => {
    await with_(change(), async () => {
      const shown = await page(wanjiku);
      expect(shown.heading).toBe(heading);
      expect(shown.main).toMatch(said);
      if (heading.includes('does not match')) expect(shown.html).not.toMatch(NAMES);
    });
  });

  it('expired: with its day, by the signed text, to the second', async () => {
    const [row] = await world.database.rows<{ statusList: number }>('SELECT "statusList" FROM "certificates" WHERE "id" = ?', [baraka.id]);
    expect(row!.statusList).toBe(1);
    const until = new Date(world.clock.now().getTime() + 3_600_000);
    const credentials = world.app.get(Credentials, { strict: false });
    const signed = await world.database.write((write) => credentials.sign(write, { ...baraka, validUntil: until }, world.clock.now()));
    await set(baraka.id, { ...signed, validUntil: until });
    expect((await page(baraka)).heading).toBe('This certificate is genuine');
    world.clock.advance({ hours: 2 });
    const shown = await page(baraka);
    expect(shown.heading).toBe('This certificate has expired');
    expect(shown.main).toContain('It expired on 1 March 2027.');
    expect((await answered(world, signed.credential!)).heading).toBe('This certificate has expired');
  });

  it('withdrawn, also when only the list says so', async () => {
    await world.database.write((write) => world.app.get(Credentials, { strict: false }).revoke(write, baraka, world.clock.now()));
    const lost = await answered(world, baraka.credential!);
    expect(lost.heading).toBe('This certificate was withdrawn');
  });

  it('replaced: nothing but that, by its number and by its file', async () => {
    await with_({ replacedAt: world.clock.now(), replacedById: baraka.id }, async () => {
      for (const shown of [await page(wanjiku), await answered(world, wanjiku.credential!)]) {
        expect(shown.heading).toBe('This certificate was replaced');
        expect(shown.main).toContain('Replaced at the holder’s request. Ask the holder for the current one.');
        for (const secret of [NAMES, baraka.code, baraka.id, wanjiku.id, 'Nairobi, March', 'og:']) expect(shown.html).not.toMatch(secret);
      }
    });
  });

  it('could not be checked, where the list is gone or was changed: never “genuine”', async () => {
    const list = await world.database.read(StatusList).findOneByOrFail({ id: '1' });
    const to = (credential: string) => world.database.write((write) => write.update(StatusList, { id: '1' }, { credential }));
    for (const broken of [
      '{}',
      list.credential.replace('"revocation"', '"suspension"'),
      list.credential.replace(/"z\w{20}/, '"zzzzzzzzzzzzzzzzzzzzz'),
    ]) {
      await to(broken);
      for (const shown of [await page(wanjiku), await answered(world, wanjiku.credential!)]) {
        expect(shown.heading).toBe('This certificate could not be checked');
        expect(shown.main).not.toContain('genuine');
      }
    }
    await to(list.credential);
    expect((await page(wanjiku)).heading).toBe('This certificate is genuine');
  });

  it('erased: the same as a number that never was, byte for byte but for the number', async () => {
    const never = newCode();
    const bare = (text: string, code: string) => text.replaceAll(code, 'CODE').replace(/name="form" value="[^"]*"/g, '');
    const unknown = await stranger(world).get(`/verify/${never}`).expect(404);
    await with_({ name: '', latinName: null, credential: null, personId: null }, async () => {
      const erased = await stranger(world).get(`/verify/${wanjiku.code}`).expect(404);
      expect(bare(erased.text, wanjiku.code)).toBe(bare(unknown.text, never));
      const file = await answered(world, wanjiku.credential!);
      expect(file.heading).toBe('This certificate is genuine'); // what they kept still holds
      expect(file.main).toContain('Wanjikũ Kamau');
    });
  });
});

it('a number costs the same work whether it exists, was erased, or never was', async () => {
  const checking = world.app.get(Checking, { strict: false });
  const reads: string[] = [];
  const { document, standing } = checking;
  checking.document = (...args) => (reads.push('document'), document.apply(checking, args));
  checking.standing = (...args) => (reads.push('standing'), standing.apply(checking, args));
  const work = async (code: string) => {
    reads.length = 0;
    await stranger(world).get(`/verify/${code}`);
    return [...reads];
  };
  const [hit, miss] = [await work(wanjiku.code), await work(newCode())];
  let erased: string[] = [];
  await with_({ name: '', credential: null }, async () => void (erased = await work(wanjiku.code)));
  Object.assign(checking, { document, standing });
  expect(hit).toEqual(['document', 'standing']);
  expect([miss, erased]).toEqual([hit, hit]);
});

describe('a name that is not shown', () => {
  const hide = () => set(wanjiku.id, { nameHidden: true });
  const show = () => set(wanjiku.id, { nameHidden: false });
  const ask = async (name: string, shown: Page) => submit(stranger(world), shown, 'Compare', { 'Name printed on the certificate': name });
  beforeAll(hide);
  afterAll(show);

  it('stands in no byte of the page, and everything else does', async () => {
    const { text } = await stranger(world).get(`/verify/${wanjiku.code}`).expect(200);
    expect(text).not.toMatch(NAMES);
    for (const said of ['Taking part in Internet governance', 'Kenya', 'Nairobi, March', 'og:title']) expect(text).toContain(said);
  });

  it('is compared by whoever has the paper, however it is typed', async () => {
    const shown = await page(wanjiku);
    const yes = await ask('wanjiku  KAMAU', shown);
    const no = await ask('Wanjiru Kamau', shown);
    expect(yes.main).toContain('Yes, this is the name that is printed on the certificate.');
    expect(no.main).toContain('No, another name is printed on the certificate. Check the spelling.');
    const shape = (one: Page) =>
      one.html.replace(/>[^<]+</g, '><').replace(/ (?:class="note \w+"|value="[^"]*"|href="#i-\w+")|<symbol.*?<\/symbol>|<text[^>]*>/g, '');
    expect(shape(yes)).toBe(shape(no));
    expect([yes.status, no.status]).toEqual([200, 200]);
  });

  it('cannot be guessed without end, and a right one does not help either', async () => {
    const shown = await page(wanjiku);
    for (let i = 0; i < 10; i++) await ask('Wanjiku Kamau', shown);
    const refused = await ask('Wanjiku Kamau', shown);
    expect(refused.status).toBe(429);
    expect(refused.main).toContain('Many names were tried.');
    world.clock.advance({ minutes: 11 });
    expect((await ask('Wanjiku Kamau', shown)).status).toBe(200);
  });

  it('is not asked where it is shown, and nowhere else', async () => {
    const body = `form=01900000-0000-7000-8000-000000000001&name=x`;
    await stranger(world).post(`/verify/${newCode()}`).send(body).expect(404);
    await show();
    const { headers } = await stranger(world).post(`/verify/${wanjiku.code}`).send(body).expect(303);
    expect(headers['location']).toBe(`/verify/${wanjiku.code}`);
    await hide();
  });
});

describe('what nobody may read on the page', () => {
  it('is in no byte of it, in any state', async () => {
    for (const change of [
      {},
      { nameHidden: true },
      { withdrawnAt: world.clock.now(), withdrawnFor: 'integrity' as const },
      { credential: null },
    ]) {
      await with_(change, async () => {
        const { text } = await stranger(world).get(`/verify/${wanjiku.code}`).expect(200);
        const subject = /"id":"(urn:uuid:[^"]+)","type":\["AchievementSubject"/.exec(wanjiku.credential!)![1]!;
        for (const secret of [world.wanjiku.email, world.wanjiku.id, wanjiku.id, wanjiku.enrolmentId!, subject, baraka.code, 'integrity'])
          expect(text).not.toContain(secret);
      });
    }
  });

  it('nor is it written down who asked', async () => {
    const before = await contents(world.database, ['failed_tries', 'sessions']);
    await page(wanjiku);
    await answered(world, wanjiku.credential!);
    expect(await contents(world.database, ['failed_tries', 'sessions'])).toEqual(before);
  });
});

describe('a file that is brought', () => {
  it.each<[string, Buffer, string]>([
    ['a picture without one', png(), 'There is no certificate in this file. A photo or scan of one carries none: type its number instead'],
    [
      'a photo',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'This kind of file holds no certificate. Bring a PDF, PNG, SVG, JSON or JWT',
    ],
    ['an empty one', Buffer.alloc(0), 'There is nothing in this file'],
    ['a letter', Buffer.from('Dear sir'), 'This is text, but not that of a certificate'],
    ['some JSON', Buffer.from('{"hello":1}'), 'This is text, but not that of a certificate'],
  ])('%s gets a sentence', async (_, file, sentence) => {
    const shown = await answered(world, file);
    expect(shown.status).toBe(422);
    expect(shown.errors).toEqual([sentence]);
  });

  it('may weigh 5 MB from anybody, and 50 MB gets a sentence', async () => {
    expect((await answered(world, Buffer.concat([png(), Buffer.alloc(4_900_000)]))).errors[0]).toContain(
      'There is no certificate in this file',
    );
    for (const size of [5_400_000, 20_000_000]) {
      const answer = await bring(world, Buffer.alloc(size));
      expect(answer.status).toBe(413);
      expect(read(answer as never, '/verify').main).toContain('This file is larger than 5 MB.');
    }
    const huge = await bring(world, Buffer.alloc(50_000_000)).catch((error: NodeJS.ErrnoException) => error.code);
    expect(typeof huge === 'object' ? huge.status : huge).toEqual(
      typeof huge === 'object' ? 413 : expect.stringMatching(/EPIPE|ECONNRESET/),
    );
    expect((await answered(world, wanjiku.credential!)).heading).toBe('This certificate is genuine');
  });

  it('that is a token of ours is found genuine, and any other token is not', async () => {
    const token = await tokenOf(world, wanjiku);
    const shown = await answered(world, token, 'credential.jwt');
    expect([shown.heading, shown.errors]).toEqual(['This certificate is genuine', []]);
    expect(shown.main).toContain('Wanjikũ Kamau');
    const [head, body, signature] = token.split('.') as [string, string, string];
    const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('Kamau', 'Njoro')).toString('base64url');
    expect((await answered(world, `${head}.${other}.${signature}`)).heading).toBe('This is not what we issued');
  });

  it('of another issuer, or of an older kind, was not issued here', async () => {
    const theirs = JSON.parse(wanjiku.credential!) as { issuer: object };
    const shown = await answered(
      world,
      JSON.stringify({ ...theirs, issuer: { ...theirs.issuer, id: 'did:web:other.example', name: 'Other <b>School' } }),
    );
    expect(shown.heading).toBe('This certificate was not issued here');
    expect(shown.main).toContain('It says that Other <b>School issued it.');
    expect(shown.html).not.toMatch(NAMES);
    const older = await answered(
      world,
      JSON.stringify({ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', badge: 'https://b.example/1' }),
    );
    expect(older.heading).toBe('This certificate was not issued here');
  });
});
