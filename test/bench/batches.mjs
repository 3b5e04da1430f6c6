// A whole cohort's certificates: issued by one press in pieces, while its page is asked for, then each printed as a PDF. Every sheet has another
// name, number and credential; nothing is kept from one to the next. Prints JSON for `npm run bench`.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dist, inWorld } from './world.mjs';

const PEOPLE = Number(process.argv[2] ?? 1000);
const NAMES = ['Aïssatou Diallo-Ba', 'محمّد الأمين', '陈美', 'Александра Рождественская', 'Nguyễn Thị Ánh Tuyết'];
const LANGUAGES = ['fr', 'ar', 'zh', 'ru', 'en'];
const megabytes = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

process.stdout.write(
  JSON.stringify(
    await inWorld('batches', async ({ get, database }) => {
      const { cohort, lead } = await filled(database);
      const batches = get('certificates/issuing/batches.service.js', 'Batches');
      const memory = { press: 0, own: 0 };
      const look = (pid) => {
        memory.own = Math.max(memory.own, megabytes(process.pid));
        if (pid) memory.press = Math.max(memory.press, megabytes(pid));
      };
      const rules = get('certificates/issuing/certificate-rules.service.js', 'CertificateRules');
      await database.write((write) => rules.change(write, cohort.chapterId, true, lead, new Date())); // names as they stand in the accounts
      const began = performance.now();
      await database.write((write) => batches.start(write, cohort, lead, new Date()));
      while (!(await batches.latest(cohort.id)).endedAt) await new Promise((later) => setTimeout(later, 20));
      const issued = performance.now() - began;
      const certificates = await database.read(dist('certificates/certificate.entity.js').Certificate).find();
      const fresh = certificates.filter(({ personId }) => personId?.startsWith('019b0000-'));
      look();
      const printing = get('certificates/printing/printing.service.js', 'PrintingService');
      const press = get('certificates/printing/press.service.js', 'Press');
      const times = [];
      let bytes = 0;
      for (const [at, certificate] of fresh.entries()) {
        const start = performance.now();
        bytes += (await printing.pdf(certificate, LANGUAGES[at % LANGUAGES.length])).length;
        times.push(performance.now() - start);
        if (at % 20 === 19) look(press.pid);
      }
      const whole = performance.now() - began;
      const [first, ...others] = times;
      const sorted = others.sort((a, b) => a - b);
      const part = (share) => sorted[Math.floor(sorted.length * share)];
      return {
        people: PEOPLE,
        certificates: fresh.length,
        issued,
        whole,
        bytes,
        memory,
        sheet: { first, p50: part(0.5), p95: part(0.95) },
      };
    }),
  ),
);

/** A cohort of the demo with so many people more, who have done all that its programme asks for. */
async function filled(database) {
  const [{ Cohort }, { Enrolment }, { Person }, { Completion }, { Membership }] = [
    'cohorts/cohort',
    'cohorts/enrolment/enrolment',
    'people/person',
    'progress/completion',
    'chapters/membership',
  ].map((path) => dist(`${path}.entity.js`));
  const now = new Date();
  const [one] = await database.read(Person).find({ take: 1 });
  const [enrolled] = await database.read(Enrolment).find({ where: { state: 'completed' }, take: 1 });
  const cohort = await database.read(Cohort).findOneByOrFail({ id: enrolled.cohortId });
  const { personId: lead } = await database.read(Membership).findOneByOrFail({ chapterId: cohort.chapterId, role: 'lead' });
  const done = await database.read(Completion).find({ where: { enrolmentId: enrolled.id } });
  for (let at = 0; at < PEOPLE; at += 100) {
    const some = Array.from({ length: Math.min(100, PEOPLE - at) }, (_, i) => {
      const id = `019b0000-0001-7000-8000-${String(at + i).padStart(12, '0')}`;
      return {
        person: {
          ...one,
          id,
          name: `${NAMES[i % NAMES.length]} ${at + i}`,
          email: `${at + i}@bench.example`,
          emailKey: `${at + i}@bench.example`,
        },
      };
    });
    await database.write(async (write) => {
      for (const { person } of some) {
        const enrolment = { ...enrolled, id: randomUUID(), personId: person.id };
        await write.insert(Person, person);
        await write.insert(Enrolment, enrolment);
        for (const line of done)
          await write.insert(Completion, { ...line, id: randomUUID(), enrolmentId: enrolment.id, personId: person.id, at: now });
      }
    });
  }
  return { cohort, lead };
}
