import { Certificate } from '../../src/certificates/certificate.entity';
import { Certificates } from '../../src/certificates/issuing/certificates.service';
import { newId } from '../../src/kernel/identifier';
import { Ledger } from '../../src/progress/ledger.service';
import type { Person } from '../../src/people/person.entity';
import { read } from '../support/page';
import type { TestApp } from '../support/app';
import { as } from '../support/visitor';

const STEPS = [
  'where-the-idea-comes-from',
  'what-rough-means',
  'the-chairs-job',
  'an-objection-is-a-question',
  'humming',
  'when-consensus-fails',
  'quiz',
];

/** Writes into the ledger that somebody finished the starter programme; `but` leaves steps out. */
export async function finish(
  { app, database, clock }: TestApp,
  person: Person,
  enrolmentId: string,
  { but = [] as string[] } = {},
): Promise<void> {
  const done = STEPS.filter((step) => !but.includes(step)).map((step) => `step:rough-consensus/${step}`);
  const subjects = but.length ? done : [...done, 'module:rough-consensus', 'programme:taking-part'];
  const ledger = app.get(Ledger, { strict: false });
  await database.write(async (write) => {
    for (const subject of subjects) await ledger.record(write, { enrolmentId, personId: person.id, subject, at: clock.now() });
  });
}

/** Issues somebody's certificate through its page; gives its number and its address. */
export async function earn(
  world: TestApp,
  person: Person,
  enrolmentId: string,
  name = person.name,
): Promise<{ code: string; address: string }> {
  await finish(world, person, enrolmentId);
  const { headers } = await as(world, person).post(`/learning/${enrolmentId}/certificate`).send({ form: newId(), name }).expect(303);
  const address = headers['location']!;
  const page = read(await as(world, person).get(address).expect(200), address);
  return { code: /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(page.text)![0], address };
}

export const certificates = ({ app }: TestApp) => app.get(Certificates, { strict: false });

/** Its holder lets the public page of a certificate say the name. */
export async function showName(world: TestApp, code: string): Promise<void> {
  await world.database.write((write) => write.update(Certificate, { code }, { nameHidden: false }));
}
