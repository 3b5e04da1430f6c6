// What a printed certificate costs: `npx nest build && node test/bench/printing.mjs [sheets]`. Every sheet has another name and number;
// nothing is kept from one to the next. Then as many, one after the other, as a cohort's batch asks for them.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const load = (path) => require(`../../dist/certificates/${path}`);
const { Press } = load('printing/press.service');
const { PrintingService } = load('printing/printing.service');
const { HOUSE_DESIGN } = load('designs/design');
const { sampleCertificate } = load('designs/sample.view');
const { newCode } = load('code');
const { Phrases } = require('../../dist/languages/phrases');

const sheets = Number(process.argv[2] ?? 1000);
const NAMES = ['Aïssatou Diallo-Ba', 'محمّد الأمين', '陈美', 'Александра Рождественская', 'Nguyễn Thị Ánh Tuyết'];
const LANGUAGES = ['fr', 'ar', 'zh', 'ru', 'en'];
const phrases = Phrases.read(new URL('../../views/translations', import.meta.url).pathname);
const press = new Press();
const printing = new PrintingService(press, { of: async () => HOUSE_DESIGN }, phrases, { baseUrl: 'https://learn.example.org' });
const credential = JSON.stringify({ proof: 'x'.repeat(2400) });
const certificate = (at) => {
  const sample = sampleCertificate({ name: 'Kenya', zone: 'Africa/Nairobi' }, 'en', phrases.in('en'));
  return { ...sample, id: String(at), code: newCode(), credential, name: `${NAMES[at % 5]} ${at}` };
};
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${press.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const times = [];
let [bytes, most] = [0, 0];
const began = performance.now();
for (let at = 0; at < sheets; at++) {
  const start = performance.now();
  bytes += (await printing.pdf(certificate(at), LANGUAGES[at % 5])).length;
  times.push(performance.now() - start);
  if (press.pid && at % 20 === 19) most = Math.max(most, memory());
}
const whole = performance.now() - began;
const [first, ...others] = times;
const sorted = others.sort((a, b) => a - b);
const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(1);
process.stdout.write(
  `first sheet ${first.toFixed(0)} ms\nthe others: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, longest ${at(0.9999)} ms\n`,
);
process.stdout.write(`${sheets} sheets in ${(whole / 1000).toFixed(1)} s, ${(bytes / sheets / 1000).toFixed(0)} kB each\n`);
process.stdout.write(
  `memory of the press at most ${most.toFixed(0)} MB, of this process ${(process.memoryUsage().rss / 1048576).toFixed(0)} MB\n`,
);
press.onModuleDestroy();
