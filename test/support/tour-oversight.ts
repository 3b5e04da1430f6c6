import { FormOutcome } from '../../src/database/form-outcome.entity';
import { newId } from '../../src/kernel/identifier';
import { TeamNote } from '../../src/oversight/person/team-note.entity';
import { Nudge } from '../../src/oversight/today/nudge.entity';
import type { Person } from '../../src/people/person.entity';
import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { makePerson, openCohort, type World } from './world';

/** A cohort that began long ago: Njoki has failed twice, Maina has not begun, Otieno was written to yesterday; the team has its notes. */
export interface GroundOversight {
  cohort: string;
  njoki: string;
  maina: string;
  otieno: string;
  attempt: string;
  note: string;
  /** An export of Amara's that the audit knows of. */
  exported: string;
}

export async function oversightOf(world: World): Promise<GroundOversight> {
  const { app, database, clock, kenya, amara } = world;
  const now = clock.now();
  const cohort = await openCohort(world, kenya, { name: 'Kisumu, February', startsOn: '2027-02-01', endsOn: '2027-03-31' });
  const person = (name: string, word: string) => makePerson(world, { name, email: `${word}@example.org`, language: 'fr' });
  const [njoki, maina, otieno] = [
    await person('Njoki Muli', 'njoki'),
    await person('Maina Karau', 'maina'),
    await person('Otieno Were', 'otieno'),
  ];
  const trainees = app.get(DemoTrainees, { strict: false });
  const study = (who: Person, way: { joined: number; read: number; tries?: 'failed'[] }) =>
    database.write((write) => trainees.study(write, cohort.id, { ...way, id: who.id, name: who.name, email: who.email }, now));
  await study(njoki, { joined: 5, read: 6, tries: ['failed', 'failed'] });
  for (const who of [maina, otieno]) await study(who, { joined: 10, read: 0 });
  const enrolments = await database.rows<{ id: string; personId: string }>(
    'SELECT "id", "personId" FROM "enrolments" WHERE "cohortId" = ?',
    [cohort.id],
  );
  const of = ({ id }: Person) => enrolments.find(({ personId }) => personId === id)!.id;
  const [attempt] = await database.rows<{ id: string }>('SELECT "id" FROM "attempts" WHERE "enrolmentId" = ?', [of(njoki)]);
  const note = newId();
  const exported = newId();
  await database.write(async (write) => {
    await write.insert(TeamNote, { id: note, enrolmentId: of(njoki), authorId: amara.id, text: 'Reads at night.', writtenAt: now });
    const letter = { subject: 'Votre place vous attend', text: 'Bonjour,\n\nDes nouvelles ?', reason: 'not-started' as const };
    const whose = { id: newId(), enrolmentId: of(otieno), personId: otieno.id, senderId: amara.id };
    await write.insert(Nudge, { ...whose, ...letter, sentAt: new Date(now.getTime() - 86_400_000) });
    const address = `/cohorts/${cohort.id}/board.csv?export=${exported}`;
    await write.insert(FormOutcome, { actor: amara.id, formId: exported, address, createdAt: now });
  });
  return { cohort: cohort.id, njoki: of(njoki), maina: of(maina), otieno: of(otieno), attempt: attempt!.id, note, exported };
}

const RULES: Fields = { notStartedDays: '4', failedTries: '2', wrongInARow: '4', silentDays: '7', version: '0' };
const LETTER: Fields = { subject: 'Bonjour', text: 'Comment allez-vous ?', reason: 'own', back: 'person' };

/** The pages of a team about its people, in the states that they have. */
export function oversightPages({ world, oversight }: Ground): Stop[] {
  const { amara, tomas, nour, sofia } = world;
  const board = `/cohorts/${oversight.cohort}`;
  const person = (enrolment: string) => `${board}/people/${enrolment}`;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const wrong = (name: string, address: string, fields: Fields, status = 422) => stop(amara, name, address, { fields, status });
  return [
    ...[amara, tomas].map((who) => stop(who, 'today', '/today')),
    stop(nour, 'today, in Arabic', '/today'),
    stop(sofia, 'today, nobody', '/today'),
    stop(amara, 'board, who needs the team', `${board}?show=stuck&sort=progress`),
    stop(amara, 'board, nobody found', `${board}?find=xyz`),
    stop(amara, 'board, as a table', `${board}/board.csv?export=${oversight.exported}`),
    ...[amara, tomas].map((who) => stop(who, 'person, failed twice', person(oversight.njoki))),
    stop(amara, 'person, not begun', person(oversight.maina)),
    stop(amara, 'person, written to', person(oversight.otieno)),
    stop(amara, 'try', `${person(oversight.njoki)}/tries/${oversight.attempt}`),
    wrong('person, empty note', `${person(oversight.njoki)}/notes`, { note: '' }),
    wrong('person, empty letter', `${person(oversight.njoki)}/nudges`, { ...LETTER, text: '' }),
    wrong('person, written to already', `${person(oversight.otieno)}/nudges`, LETTER, 409),
    ...[amara, tomas].map((who) => stop(who, 'rules', `${board}/rules`)),
    wrong('rules, wrong', `${board}/rules`, { ...RULES, silentDays: 'many' }),
    wrong('rules, changed meanwhile', `${board}/rules`, { ...RULES, version: '7' }, 409),
  ];
}

export function oversightForms({ world: { amara }, oversight }: Ground): Example[] {
  const board = `/cohorts/${oversight.cohort}`;
  const njoki = `${board}/people/${oversight.njoki}`;
  const one = (address: string, fields: Fields = {}): Example => ({ who: amara, address, fields });
  return [
    one(`${njoki}/notes`, { note: 'Called on Sunday.' }),
    one(`${njoki}/notes/${oversight.note}/removal`),
    one(`${njoki}/nudges`, LETTER),
    one(`${board}/rules`, RULES),
    one(`${board}/digest`, { wanted: 'no' }),
    one(`${board}/exports`, { show: 'all', sort: 'name', find: '' }),
  ];
}
