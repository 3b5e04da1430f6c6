import { Audit } from '../../src/chapters/audit/audit.service';
import { Announcements } from '../../src/cohorts/announcements/announcements.service';
import { CalendarTurn } from '../../src/cohorts/calendar/calendar-turn.entity';
import type { Cohort } from '../../src/cohorts/cohort.entity';
import { PersonalInvitations } from '../../src/cohorts/invitation/personal-invitations.service';
import { Admissions } from '../../src/cohorts/roster/imports/admissions.service';
import { Imports } from '../../src/cohorts/roster/imports/imports.service';
import { readRoster } from '../../src/cohorts/roster/reading/reading';
import { newId } from '../../src/kernel/identifier';
import { ReadingPlace } from '../../src/lessons/reading-place.entity';
import { Digest } from '../../src/oversight/digest/digest.entity';
import { DigestStop } from '../../src/oversight/digest/digest-stop.entity';
import { TeamNote } from '../../src/oversight/person/team-note.entity';
import { Nudge } from '../../src/oversight/today/nudge.entity';
import { Addresses } from '../../src/people/email/addresses.service';
import type { Person } from '../../src/people/person.entity';
import { codeAt, stepOf } from '../../src/people/second-factor/one-time-codes';
import { SecondFactors } from '../../src/people/second-factor/second-factors.service';
import { LinkedIdentity } from '../../src/people/single-sign-on/linked-identity.entity';
import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';
import { Reflection } from '../../src/simulations/debrief/reflection.entity';
import { ReportedWords } from '../../src/simulations/safety/reported-words.entity';
import { TableReport } from '../../src/simulations/safety/table-report.entity';
import { AbsenceRule } from '../../src/simulations/hours/absence-rule.entity';
import { HumBallots } from '../../src/simulations/hums/hum-ballots.entity';
import { TableReminder } from '../../src/simulations/hours/table-reminder.entity';
import { SeatLetter } from '../../src/simulations/setting/seat-letter.entity';
import { Sitting } from '../../src/simulations/setting/sitting.entity';
import { Notices } from '../../src/web/mail/notices.service';
import { Outbox } from '../../src/web/mail/outbox.service';
import { TableText } from '../../src/simulations/tables/table-text.entity';
import { Seat } from '../simulations/seat';
import { wishes } from './tour-setting';
import { PeopleTable } from '../simulations/together/people-table';
import { post } from './knock';
import { keeps } from './tour-checking';
import { asks } from './somebody-asks';
import { analyses } from './somebody-analyses';
import { looksBack } from './somebody-looks-back';
import { holds } from './somebody-holds';
import { comesAndGoes, works } from './somebody-comes-and-goes';
import { appoint, enrol, type LearningWorld, makePerson, openCohort } from './world';

/** Words that stand nowhere else, so that a search for them finds only her. */
export const NEEMA = { name: 'Neema Qurixel Atieno', email: 'neema.qurixel@example.org', language: 'en' as const };
export const HER_WORDS = [
  'Mixes up consent and consensus',
  'At night qurixel-two nurses share one line',
  'A qurixel-commitment',
  'A qurixel-report',
  'A word of qurixel-three to a seat',
];

/** A person who has learnt, led and been written about: with a row in every table that can hold one about a person. */
export async function somebodyEverywhere(world: LearningWorld): Promise<Person> {
  const neema = await makePerson(world, NEEMA);
  await appoint(world, neema, world.kenya, 'lead');
  const enrolment = await learns(world, neema);
  await sits(world, neema);
  await leads(world, neema);
  await isBrought(world, neema);
  await isWrittenAbout(world, neema, enrolment);
  await comesAndGoes(world, neema);
  await works(world, neema);
  await asks(world, neema);
  await keeps(world, neema);
  await analyses(world, neema);
  await holds(world, neema);
  await signsIn(world, neema);
  return neema;
}

async function learns({ app, database, clock, cohort }: LearningWorld, neema: Person): Promise<string> {
  const way = { ...NEEMA, id: neema.id, joined: 3, read: 6, tries: ['failed' as const, 'passed' as const], certificate: true };
  await database.write((write) => app.get(DemoTrainees, { strict: false }).study(write, cohort.id, way, clock.now()));
  const [study] = await database.rows<{ id: string }>('SELECT "id" FROM "enrolments" WHERE "personId" = ?', [neema.id]);
  const place = { enrolmentId: study!.id, module: 'rough-consensus', step: 'humming', heading: 'order', at: clock.now() };
  await database.write((write) => write.insert(ReadingPlace, place));
  return study!.id;
}

async function sits(world: LearningWorld, neema: Person): Promise<void> {
  const cohort = await openCohort(world, world.kenya, { name: 'Table', programme: 'the-table' });
  const place = { enrolment: await enrol(world, neema, cohort), module: 'at-the-table', step: 'exchange-point-peering' };
  const seat = await (await Seat.taken(world, neema, 'university', place)).says(HER_WORDS[1]!);
  const answers = { commitment: HER_WORDS[2]! };
  await wishes(world, neema, place);
  const [sat] = await world.database.rows<{ id: string }>('SELECT "id" FROM "table_places" WHERE "tableId" = ?', [seat.id]);
  const told = { id: newId(), placeId: sat!.id, phase: 1, share: 50 as const, sentAt: world.clock.now() };
  await world.database.write(async (write) => {
    await write.insert(TableReminder, told);
    await write.insert(HumBallots, { tableId: seat.id, hum: 'h1', salt: 'x', ballots: '{}' });
    await write.insert(AbsenceRule, { tableId: seat.id, rule: 'wait', version: 1 });
  });
  await world.database.write((write) =>
    write.insert(Reflection, { id: newId(), tableId: seat.id, personId: neema.id, answers, version: 1, updatedAt: world.clock.now() }),
  );
  const { id: guided, cohort: guidedCohort } = await PeopleTable.opened(world, []);
  const { id: sittingId } = await world.database.read(Sitting).findOneByOrFail({ cohortId: guidedCohort.id });
  const seatLetter = { id: newId(), sittingId, enrolmentId: place.enrolment, tableId: null, role: 'university', dueAt: null };
  await world.database.write((write) => write.insert(SeatLetter, { ...seatLetter, toldAt: world.clock.now() }));
  const word = { id: newId(), tableId: guided, personId: neema.id, text: HER_WORDS[4]!, writtenAt: world.clock.now() };
  await world.database.write((write) => write.insert(TableText, word));
  const report = { tableId: seat.id, words: null, at: world.clock.now() };
  const other = newId();
  await world.database.write((write) =>
    write.insert(TableReport, [
      { id: newId(), personId: neema.id, text: HER_WORDS[3]!, settledAt: null, settledBy: null, ...report },
      { id: other, personId: world.baraka.id, text: 'Too long.', settledAt: null, settledBy: null, ...report },
      { id: newId(), personId: world.baraka.id, text: 'Too loud.', settledAt: world.clock.now(), settledBy: neema.id, ...report },
    ]),
  );
  await world.database.write((write) => write.insert(ReportedWords, { reportId: other, personId: neema.id, text: HER_WORDS[1]! }));
  await looksBack(world, neema, seat.id);
}

async function leads(world: LearningWorld, neema: Person): Promise<void> {
  const { app, database, clock, cohort, kenya } = world;
  const said = { title: 'We meet', text: 'On Tuesday.' };
  await database.write((write) => app.get(Announcements, { strict: false }).write(write, cohort, neema, said, clock.now()));
  await brought(world, neema, cohort, 'Odera <odera@other.example>');
  const note = { id: newId(), enrolmentId: world.studies.baraka, authorId: neema.id, text: HER_WORDS[0]!, writtenAt: clock.now() };
  const letter = { subject: 'Hello', text: 'How are you?', reason: 'own' as never, sentAt: clock.now() };
  await database.write(async (write) => {
    await write.insert(TeamNote, note);
    await write.insert(Nudge, { id: newId(), enrolmentId: world.studies.baraka, personId: world.baraka.id, senderId: neema.id, ...letter });
    await write.insert(Digest, { id: newId(), personId: neema.id, chapterId: kenya.id, week: '2027-02-22', sentAt: clock.now() });
    await write.insert(DigestStop, { id: newId(), personId: neema.id, chapterId: kenya.id, stoppedAt: clock.now() });
  });
  await post(world, '/chapters/kenya/invitations', neema, `form=${newId()}&role=trainer`);
}

/** On lists of others: put in by one, invited by another, and not readable on a third. */
async function isBrought(world: LearningWorld, neema: Person): Promise<void> {
  const { app, database, clock, amara } = world;
  await brought(world, amara, await openCohort(world, world.kenya, { name: 'By list' }), `${NEEMA.name} <${NEEMA.email}>`);
  await brought(
    world,
    amara,
    await openCohort(world, world.kenya, { name: 'Unreadable' }),
    `${NEEMA.name}, call her, ${NEEMA.email} or so`,
    false,
  );
  const invited = await openCohort(world, world.kenya, { name: 'Invited' });
  await database.write((write) =>
    app.get(PersonalInvitations, { strict: false }).invite(write, invited, { name: neema.name, email: neema.email }, amara.id, clock.now()),
  );
}

async function brought({ app, database, clock }: LearningWorld, by: Person, cohort: Cohort, text: string, add = true): Promise<void> {
  const imports = app.get(Imports, { strict: false });
  const id = await database.write((write) => imports.keep(write, cohort.id, by.id, { people: readRoster(text), sheet: null }, clock.now()));
  if (!add) return;
  await database.write((write) => app.get(Admissions, { strict: false }).admit(write, cohort, id, new Set(), by.id, clock.now()));
}

async function isWrittenAbout(world: LearningWorld, neema: Person, enrolmentId: string): Promise<void> {
  const { app, database, clock, amara, kenya } = world;
  const letter = { subject: 'Dear Neema', text: 'Your place is waiting.', reason: 'not-started' as const, sentAt: clock.now() };
  const outbox = app.get(Outbox, { strict: false });
  await database.write(async (write) => {
    await write.insert(TeamNote, { id: newId(), enrolmentId, authorId: amara.id, text: 'Reads at night.', writtenAt: clock.now() });
    await write.insert(Nudge, { id: newId(), enrolmentId, personId: neema.id, senderId: amara.id, ...letter });
    await outbox.put(write, { recipient: neema.email, language: 'en', subject: 'For her', text: 'x', personId: neema.id });
    await outbox.put(write, {
      recipient: amara.email,
      language: 'en',
      subject: `${neema.name} has finished`,
      text: `${neema.name}, ${neema.email}`,
    });
    await app
      .get(Audit, { strict: false })
      .note(write, { chapterId: kenya.id, act: 'role-given', actorId: amara.id, subjectId: neema.id, role: 'lead' }, clock.now());
  });
}

async function signsIn(world: LearningWorld, neema: Person): Promise<void> {
  const { app, database, clock } = world;
  const factors = app.get(SecondFactors, { strict: false });
  await database.write((write) => factors.prepare(write, neema.id));
  const secret = (await factors.pending(neema.id))!;
  await database.write(async (write) => {
    await app.get(Addresses, { strict: false }).ask(write, neema, 'en', clock.now());
    await write.insert(LinkedIdentity, {
      id: newId(),
      personId: neema.id,
      issuer: 'https://id.example',
      subject: 'qurixel-42',
      unlinkedAt: null,
      createdAt: clock.now(),
    });
    await write.insert(CalendarTurn, { personId: neema.id, turn: 2 });
    await app.get(Notices, { strict: false }).stop(write, neema.id, clock.now());
  });
  const account = { form: newId(), name: neema.name, language: 'en', zone: 'Africa/Nairobi', version: '1' };
  await post(world, '/account', neema, new URLSearchParams(account).toString());
  await database.write((write) => factors.confirm(write, neema.id, codeAt(secret, stepOf(clock.now())), clock.now()));
}
