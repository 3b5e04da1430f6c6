import { CertificateRules } from '../../../src/certificates/issuing/certificate-rules.service';
import { Batches } from '../../../src/certificates/issuing/batches.service';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import { Completion } from '../../../src/progress/completion.entity';
import { Person } from '../../../src/people/person.entity';
import { as } from '../../support/visitor';
import { startLearning } from '../../support/world';

const PEOPLE = 60;

it('a press issues to sixty people piece by piece, and its page is answered meanwhile', async () => {
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
  await as(world, amara).get(roll).expect(200); // signing in takes its time
  await database.write((write) => batches.start(write, cohort, amara.id, now));
  const issued = () => database.read(Certificate).count();
  const seen = new Set<number>();
  for (let over = false; !over;) {
    seen.add(await issued());
    await as(world, amara).get(roll).expect(200);
    over = ((await batches.latest(cohort.id))?.endedAt ?? null) !== null;
  }
  expect(await issued()).toBe(PEOPLE);
  expect([...seen].filter((count) => count > 0 && count < PEOPLE)).not.toEqual([]);
  await world.stop();
});
