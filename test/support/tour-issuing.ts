import { CertificateBatch } from '../../src/certificates/issuing/certificate-batch.entity';
import { Names } from '../../src/certificates/issuing/names.service';
import { Studies } from '../../src/cohorts/enrolment/studies.service';
import { StudyQueries } from '../../src/cohorts/enrolment/studies.queries';
import type { Cohort } from '../../src/cohorts/cohort.entity';
import { FormOutcome } from '../../src/database/form-outcome.entity';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, type LearningWorld, makePerson, openCohort } from './world';

/** A cohort of two certificates: Naliaka has earned her module's and has not confirmed a name; Odhiambo has one and lacks the other. */
export interface GroundIssuing {
  naliaka: Person;
  odhiambo: Person;
  cohort: Cohort;
  /** Where all were issued by one press that is still at work. */
  busy: Cohort;
  studies: { naliaka: string; odhiambo: string };
  exported: string;
}

const STEPS = [
  'where-the-idea-comes-from',
  'what-rough-means',
  'the-chairs-job',
  'an-objection-is-a-question',
  'humming',
  'when-consensus-fails',
];
const EXPORTED = newId();

export async function issuingOf(world: LearningWorld): Promise<GroundIssuing> {
  const { app, database, clock, kenya, amara } = world;
  const now = clock.now();
  const cohort = await openCohort(world, kenya, { name: 'Eldoret, March', programme: 'words-to-deeds' });
  const busy = await openCohort(world, kenya, { name: 'Thika, March' });
  const naliaka = await makePerson(world, { name: 'Naliaka Simiyu', email: 'naliaka@example.org', language: 'en' });
  const odhiambo = await makePerson(world, { name: 'Odhiambo Were', email: 'odhiambo@example.org', language: 'en' });
  const studies = { naliaka: await enrol(world, naliaka, cohort), odhiambo: await enrol(world, odhiambo, cohort) };
  await enrol(world, naliaka, busy);
  const names = { name: 'Odhiambo Were', latinName: null };
  await database.write((write) => app.get(Names, { strict: false }).confirm(write, odhiambo.id, names, now));
  for (const [who, enrolment] of [[naliaka, studies.naliaka] as const, [odhiambo, studies.odhiambo] as const]) {
    const study = (await app.get(StudyQueries, { strict: false }).one(enrolment, who.id))!;
    await database.write(async (write) => {
      for (const step of [...STEPS, 'quiz'])
        await app.get(Studies, { strict: false }).finish(write, study, `step:rough-consensus/${step}`, now);
    });
  }
  const batch = { id: newId(), cohortId: busy.id, byId: amara.id, people: 1, startedAt: now, endedAt: null };
  const address = `/cohorts/${cohort.id}/roll.csv?of=&export=${EXPORTED}`;
  await database.write(async (write) => {
    await write.insert(CertificateBatch, batch);
    await write.insert(FormOutcome, { actor: amara.id, formId: EXPORTED, address, createdAt: now });
  });
  return { naliaka, odhiambo, cohort, busy, studies, exported: EXPORTED };
}

/** The way to certificates, and the roll of a cohort. */
export function issuingPages({ world, issuing }: Ground): Stop[] {
  const { amara, nour } = world;
  const { naliaka, odhiambo, cohort, busy, studies, exported } = issuing;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const roll = `/cohorts/${cohort.id}/certificates`;
  const own = `/learning/${studies.naliaka}/certificate`;
  return [
    stop(naliaka, 'certificate, steps and a mark missing', own),
    stop(odhiambo, 'certificate, another is earned', `/learning/${studies.odhiambo}/certificate`),
    stop(naliaka, 'confirm the name for a module', `${own}/rough-consensus`),
    stop(naliaka, 'confirm the name, not Latin', `${own}/rough-consensus`, {
      fields: { name: 'Наляка', latinName: 'Наляка' },
      status: 422,
    }),
    stop(amara, 'roll of certificates', roll),
    stop(amara, 'roll of certificates, of a module', `${roll}?of=rough-consensus`),
    stop(amara, 'roll of certificates, issued', `${roll}?of=rough-consensus&show=issued`),
    stop(amara, 'roll of certificates, being issued', `/cohorts/${busy.id}/certificates`),
    stop(nour, 'roll of certificates, nobody waits', `/cohorts/${world.cohorts.lebanon.id}/certificates?show=earned`),
    stop(amara, 'roll of certificates as a table', `/cohorts/${cohort.id}/roll.csv?of=&export=${exported}`),
  ];
}

/** A good form for each of their routes. */
export function issuingForms({ world, issuing }: Ground): Example[] {
  const { amara } = world;
  const { naliaka, cohort, studies } = issuing;
  const roll = `/cohorts/${cohort.id}/certificates`;
  return [
    {
      who: naliaka,
      address: `/learning/${studies.naliaka}/certificate/rough-consensus`,
      fields: { name: 'Naliaka Simiyu', latinName: '' },
    },
    { who: amara, address: `${roll}/issuing`, fields: {} },
    { who: amara, address: `${roll}/reminders`, fields: {} },
    { who: amara, address: `${roll}/rule`, fields: { accountNames: 'yes' } },
    { who: amara, address: `${roll}/exports`, fields: { of: '' } },
  ];
}
