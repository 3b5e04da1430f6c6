import { Certificate } from '../../../src/certificates/certificate.entity';
import { Batches } from '../../../src/certificates/issuing/batches.service';
import { PROGRAMME } from '../../../src/certificates/issuing/certificates.service';
import { Earnings } from '../../../src/certificates/issuing/earnings.service';
import { StudyQueries } from '../../../src/cohorts/enrolment/studies.queries';
import { Studies } from '../../../src/cohorts/enrolment/studies.service';
import { newId } from '../../../src/kernel/identifier';
import { Ledger } from '../../../src/progress/ledger.service';
import { Person } from '../../../src/people/person.entity';
import { OutboxMessage } from '../../../src/web/mail/outbox-message.entity';
import { enrol, type LearningWorld, startLearning } from '../../support/world';
import { LESSONS } from './requiring';

const PEOPLE = Number(process.env.PEOPLE ?? 200);
const TRIGGERS = 50;

/** Everything that can issue a certificate, at once: the last step again and again, the name, its page, a lead's press. */
describe('a certificate is issued once', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());

  it(`${PEOPLE} people, ${TRIGGERS} triggers each in the same moment`, async () => {
    const { app, database, clock, cohort, amara } = world;
    const [studies, queries] = [app.get(Studies, { strict: false }), app.get(StudyQueries, { strict: false })];
    const [earnings, batches] = [app.get(Earnings, { strict: false }), app.get(Batches, { strict: false })];
    const ledger = app.get(Ledger, { strict: false });
    const now = clock.now();
    const people: { person: Person; enrolment: string }[] = [];
    for (let index = 0; index < PEOPLE; index++) people.push(await nearlyDone(index));

    async function nearlyDone(index: number): Promise<{ person: Person; enrolment: string }> {
      const email = `once${index}@example.org`;
      const { passwordHash } = world.wanjiku;
      const person = { ...world.wanjiku, id: newId(), name: `Person ${index}`, email, emailKey: email, passwordHash };
      await database.write((write) => write.insert(Person, person));
      const enrolment = await enrol(world, person, cohort);
      await database.write(async (write) => {
        for (const step of LESSONS) {
          const line = { enrolmentId: enrolment, personId: person.id, subject: `step:rough-consensus/${step}`, at: now };
          await ledger.record(write, line);
        }
      });
      return { person, enrolment };
    }

    async function triggers({ person, enrolment }: { person: Person; enrolment: string }): Promise<void> {
      const study = (await queries.one(enrolment, person.id))!;
      const finish = () => database.write((write) => studies.finish(write, study, 'step:rough-consensus/quiz', now));
      const claim = () => database.write((write) => earnings.claim(write, study, PROGRAMME, { name: person.name, latinName: null }, now));
      const press = () => database.write((write) => batches.start(write, cohort, amara.id, now));
      const acts = Array.from({ length: TRIGGERS }, (_, i) => (i === 20 ? press : i % 3 === 1 ? claim : finish));
      await Promise.all(acts.map((act) => act().catch(refused)));
      await claim(); // whoever pressed too early presses again
    }

    for (const one of people) await triggers(one);
    await batches.settled();

    const issued = await database.read(Certificate).find({ select: { id: true, personId: true, code: true } });
    const twice = issued.length - new Set(issued.map(({ personId }) => personId)).size;
    console.log(`certificates: ${PEOPLE} people, ${PEOPLE * TRIGGERS} triggers, ${issued.length} issued, ${twice} twice`);
    expect([issued.length, twice, new Set(issued.map(({ code }) => code)).size]).toEqual([PEOPLE, 0, PEOPLE]);
    const told = await database.read(OutboxMessage).find({ select: { id: true, personId: true } });
    expect(told.length - new Set(told.map(({ personId }) => personId)).size).toBe(0); // one letter at most, whichever came first
  });
});

/** The step was not done yet: the one refusal that is right here. */
function refused(error: unknown): void {
  if (!String((error as { reason?: string }).reason ?? error).includes('not-complete')) throw error;
}
