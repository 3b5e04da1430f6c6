import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '../../../src/kernel/language';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { TestClock } from '../../support/app';
import { type LearningWorld, startLearning } from '../../support/world';
import { credentials, documentOf, earned, published, tokenOf } from './holder';
import { ask } from './oracle';

let world: LearningWorld;
let folder: string;
let server: Server;

/** In front of the app somebody speaks https for it, as hosts do; the certificate of the connection is made for this test alone. */
beforeAll(async () => {
  world = await startLearning({ clock: new TestClock(new Date()) });
  folder = mkdtempSync(join(tmpdir(), 'chapterhouse-https-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ],
    { stdio: 'ignore' },
  );
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, ({ url, method, headers }, response) => {
    const asked = request(new URL(url!, world.address), { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    asked.end();
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  world.settings.baseUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
  await world.stop();
});

describe('DCC’s verifier, which fetches keys and lists over https itself', () => {
  it('accepts ours, refuses one that was changed, and sees that one was revoked', async () => {
    const { document, certificate } = await earned(world, world.wanjiku, world.studies.wanjiku, 'Wanjikũ Kamau');
    const changed = { ...document, name: 'Master of Internet governance' };
    const dcc = async (...documents: unknown[]) => (await ask({ dcc: documents }, { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') })).dcc;
    const [ours, other] = await dcc(document, changed);
    expect([ours!.errors, ours!.log]).toEqual([
      [],
      expect.objectContaining({ valid_signature: true, expiration: true, revocation_status: true }),
    ]);
    expect([other!.errors, other!.log['valid_signature'] ?? false]).toEqual([['invalid_signature'], false]);
    await world.database.write((write) => credentials(world).revoke(write, certificate, world.clock.now()));
    const [revoked] = await dcc(document);
    expect(revoked!.log).toMatchObject({ valid_signature: true, revocation_status: false });
    console.log(`DCC verifier-core: ${JSON.stringify([ours, other, revoked])}`);
  });
});

describe('nothing is fetched', () => {
  it('when a certificate is signed or checked: no connection is opened to anywhere', async () => {
    const { certificate, document } = await earned(world, world.mei, world.studies.mei);
    const token = await tokenOf(world, certificate);
    const connect = jest.spyOn(Socket.prototype, 'connect');
    const ours = process.env.DATABASE_URL ? expect.anything() : [];
    expect((await credentials(world).check(document, world.clock.now())).verdict).toBe('valid');
    expect((await credentials(world).checkJwt(token, world.clock.now())).verdict).toBe('valid');
    const bad = { ...document, '@context': ['https://evil.example/context.json'] };
    expect((await credentials(world).check(bad, world.clock.now())).verdict).toBe('broken');
    const { statusList: _, statusIndex: __, credential: ___, ...unsigned } = certificate;
    await world.database.write((write) => credentials(world).sign(write, unsigned, world.clock.now()));
    expect(connect.mock.calls).toEqual(ours);
    connect.mockRestore();
  });
});

describe('in seven languages', () => {
  it('every document is signed in safe mode, valid here and for Digital Bazaar, with both names and an end', async () => {
    const { certificate } = await earned(world, world.baraka, world.studies.baraka);
    const now = world.clock.now();
    const documents = [];
    for (const language of LANGUAGES) {
      const snapshot = { ...certificate.snapshot, language };
      const about = {
        ...certificate,
        snapshot,
        name: 'نور 陈美',
        latinName: 'Nour Chen',
        validUntil: new Date(now.getTime() + 86_400_000),
      };
      const signed = await world.database.write((write) => credentials(world).sign(write, about, now));
      documents.push(documentOf({ ...certificate, ...signed } as Certificate));
    }
    const { checked } = await ask({ check: documents, known: await published(world), now });
    for (const [i, document] of documents.entries()) {
      const { verdict, facts } = await credentials(world).check(document, now);
      expect([verdict, checked[i]!.verified, facts!.name, facts!.latinName]).toEqual(['valid', true, 'نور 陈美', 'Nour Chen']);
      expect(await credentials(world).check(document, new Date(now.getTime() + 86_400_000))).toMatchObject({ verdict: 'expired' });
      expect(await credentials(world).check(document, new Date(now.getTime() - 300_001 - 1000))).toMatchObject({ verdict: 'not-yet' });
    }
  });
});
