// What a certificate costs: signing it within the transaction that stores it, and checking it with its status list. Prints JSON for `npm run bench`.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const WARMING = 100;
const ROUNDS = 400;

const require = createRequire(import.meta.url);
require('reflect-metadata');
const from = (file) => require(join(ROOT, 'dist', file));
const room = (file) => from(`certificates/credentials/${file}`);

const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-credentials-'));
const settings = { mode: 'demo', baseUrl: 'http://localhost:3000', dataDir: folder, databaseUrl: null, keysSecret: null };
const { ENTITIES } = from('entities');
const database = await from('database/open-database').openDatabase({ url: null, file: join(folder, 'bench.sqlite'), entities: ENTITIES });
try {
  const issuer = new (room('issuer.service').Issuer)(settings);
  const keys = new (room('issuer-keys.service').IssuerKeys)(database, issuer, new (room('key-secret.service').KeySecret)(settings));
  const lists = new (room('status-lists.service').StatusLists)(database, issuer, keys);
  const achievements = new (room('achievements.service').Achievements)(database);
  const phrases = from('languages/phrases').Phrases.read(join(ROOT, 'views/translations'));
  const signing = new (room('signing.service').Signing)(keys, lists, achievements, issuer, phrases);
  const checking = new (room('checking.service').Checking)(keys, new (room('proofs.service').Proofs)(keys), lists, issuer);
  const { Certificate } = from('certificates/certificate.entity');
  const documents = [];
  const issue = await measured(async (round) => {
    const now = new Date();
    const certificate = { ...certificateOf(round), issuedAt: now };
    await database.write(async (write) => {
      const signed = await signing.sign(write, certificate, now);
      await write.insertOnce(Certificate, { ...certificate, ...signed });
      documents.push(signed.credential);
    });
  });
  const check = await measured(async (round) => {
    const { verdict } = await checking.document(JSON.parse(documents[round]), new Date());
    if (verdict !== 'valid') throw new Error(verdict);
  });
  process.stdout.write(JSON.stringify({ rounds: ROUNDS, issue, check }));
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

/** One after the other, milliseconds; `cpu`: what the processor worked for each, whatever else it did meanwhile. */
async function measured(work) {
  const times = [];
  let busy = process.cpuUsage();
  for (let round = 0; round < WARMING + ROUNDS; round++) {
    if (round === WARMING) busy = process.cpuUsage();
    const began = performance.now();
    await work(round);
    if (round >= WARMING) times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(busy);
  times.sort((a, b) => a - b);
  const part = (share) => times[Math.floor(times.length * share)];
  return { p50: part(0.5), p95: part(0.95), p99: part(0.99), cpu: (user + system) / 1000 / ROUNDS };
}

function certificateOf(round) {
  const titles = (text) => ({ original: 'en', texts: { en: text, ar: 'المشاركة في حوكمة الإنترنت' } });
  const { newId } = from('kernel/identifier');
  const { newCode } = from('certificates/code');
  const snapshot = {
    programme: { slug: 'taking-part', versionId: newId(), hash: 'x', title: titles('Taking part in Internet governance') },
    modules: ['Rough consensus', 'Names and numbers', 'Who decides'].map((title, i) => ({ slug: `module-${i}`, title: titles(title) })),
    lessons: 18,
    quizzes: 3,
    passMark: 70,
    simulations: 1,
    assignments: 1,
    minutes: 480,
    chapter: 'Kenya',
    cohort: 'Nairobi, March',
    language: round % 2 ? 'en' : 'ar',
    zone: 'Africa/Nairobi',
    completedAt: '2026-11-28T09:00:00.000Z',
  };
  const nothing = { validUntil: null, withdrawnAt: null, withdrawnFor: null, replacedAt: null, replacedById: null, nameHidden: false };
  const whose = { enrolmentId: null, personId: null, name: 'Wanjikũ Kamau', latinName: null };
  return { ...nothing, ...whose, id: newId(), code: newCode(), kind: 'programme', about: '', snapshot };
}
