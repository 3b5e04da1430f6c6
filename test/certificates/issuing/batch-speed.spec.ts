import { performance } from 'node:perf_hooks';
import { CertificateRules } from '../../../src/certificates/issuing/certificate-rules.service';
import { Batches } from '../../../src/certificates/issuing/batches.service';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import { Completion } from '../../../src/progress/completion.entity';
import { Person } from '../../../src/people/person.entity';
import { as } from '../../support/visitor';
import { startLearning } from '../../support/world';

/** `PEOPLE=1000 npx jest batch-speed` for the figure in the documents. */
const PEOPLE = Number(process.env.PEOPLE ?? 100);

it(`a press issues to ${PEOPLE} people while pages stay quick`, async () => {
  const world = await startLearning();
  const { app, database, clock, cohort, amara, kenya, wanjiku } = world;
  const now = clock.now();
  await database.write(async (write) => {
    for (let index = 0; index < PEOPLE; index++) {
      const email = `many${index}@example.org`;
      const person = { ...wanjiku, id: newId(), name: `Person ${index}`, email, emailKey: email };
      const enrolment = {
        id: newId(),
        cohortId: cohort.id,
        personId: person.id,
        state: 'completed' as const,
        joinedAt: now,
        completedAt: now,
      };
      const line = { id: newId(), enrolmentId: enrolment.id, personId: person.id, subject: 'programme:taking-part', at: now };
      await write.insert(Person, person);
      await write.insert(Enrolment, enrolment);
      await write.insert(Completion, line);
    }
    await app.get(CertificateRules, { strict: false }).change(write, kenya.id, true, amara.id, now);
  });
  const batches = app.get(Batches, { strict: false });
  const roll = `/cohorts/${cohort.id}/certificates`;
  const began = performance.now();
  await database.write((write) => batches.start(write, cohort, amara.id, now));
  const done = batches.settled().then(() => performance.now() - began);
  let [slowest, looks] = [0, 0];
  for (let over = false; !over;) {
    const at = performance.now();
    await as(world, amara).get(roll).expect(200);
    [slowest, looks] = [Math.max(slowest, performance.now() - at), looks + 1];
    over = ((await batches.latest(cohort.id))?.endedAt ?? null) !== null;
  }
  const took = await done;
  const issued = await database.read(Certificate).count();
  console.log(
    `batch: ${issued} certificates in ${(took / 1000).toFixed(1)} s, ${(took / issued).toFixed(1)} ms each; ${looks} looks at its page meanwhile, the slowest ${Math.round(slowest)} ms`,
  );
  expect(issued).toBe(PEOPLE);
  await world.stop();
}, 300_000);
