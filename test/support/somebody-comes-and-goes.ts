import { Review } from '../../src/assignments/reviews/review.entity';
import { Work } from '../../src/assignments/works/work.entity';
import { ExtraTimes } from '../../src/cohorts/allowances/extra-times.service';
import { OwnDeadlines } from '../../src/cohorts/allowances/own-days.service';
import { Moves } from '../../src/cohorts/moves/moves.service';
import { Transfers } from '../../src/cohorts/moves/transfers.service';
import { OpenDoors } from '../../src/cohorts/requests/open-doors.service';
import { Requests } from '../../src/cohorts/requests/requests.service';
import { ALL } from '../../src/cohorts/timetable/deadlines';
import { WaitingLists } from '../../src/cohorts/waiting/waiting-lists.service';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { atInitiative, openInitiative } from '../assignments/handing';
import { enrol, type LearningWorld, openCohort } from './world';

/** What she wrote, or was told, while she came, worked and went. */
export const ON_HER_WAY = {
  asked: 'A qurixel-reason to join',
  late: 'Works at qurixel-nights',
  work: 'Five people met in the qurixel-library.',
  file: 'minutes-qurixel.txt',
  answered: 'Tell us who was missing.',
};
/** What she wrote to and about others. */
export const TO_OTHERS = { declined: 'Come back in summer.', reviewed: 'Say who was asked.' };

/** Waits for a place and asks for another, is given time, is moved, and takes others out and answers them. */
export async function comesAndGoes(world: LearningWorld, neema: Person): Promise<void> {
  const { app, database, clock, kenya, amara, yusuf } = world;
  const now = clock.now();
  const get = <T>(what: new (...given: never[]) => T): T => app.get(what, { strict: false });
  const open = (name: string, places: number | null = null) => openCohort(world, kenya, { name, places });
  const [full, from, to, asked] = [await open('Full', 1), await open('Mornings'), await open('Evenings'), await open('Asked')];
  const place = { enrolmentId: await enrol(world, yusuf, full), personId: yusuf.id, cohortId: full.id };
  const hers = { enrolmentId: await enrol(world, neema, from), personId: neema.id, cohortId: from.id };
  await database.write(async (write) => {
    await get(WaitingLists).wait(write, full.id, neema.id, now);
    await get(ExtraTimes).change(write, { id: hers.enrolmentId, version: 0 }, 50);
    const given = { days: { [ALL]: '2027-05-01' }, reasons: { [ALL]: ON_HER_WAY.late } };
    await get(OwnDeadlines).change(write, { id: hers.enrolmentId, version: 0 }, given);
  });
  await database.write((write) => get(Transfers).move(write, hers, to.id, amara.id, now));
  const requests = get(Requests);
  await database.write(async (write) => {
    await get(OpenDoors).set(write, asked.id, true, now);
    await requests.ask(write, asked, neema.id, ON_HER_WAY.asked, now);
    await requests.ask(write, asked, yusuf.id, 'Please.', now);
  });
  const theirs = (await requests.of(asked.id, yusuf.id))!.id;
  await database.write((write) => requests.decline(write, asked, theirs, TO_OTHERS.declined, neema.id, now));
  const late = { ...place, enrolmentId: await enrol(world, yusuf, asked), cohortId: asked.id };
  await database.write((write) => get(Moves).withdraw(write, late, neema.id, now));
}

/** Hands in a work with a file of more than one page of the database, is answered, and reviews the work of another. */
export async function works(world: LearningWorld, neema: Person): Promise<void> {
  const { database, clock, amara, baraka } = world;
  const cohort = await openInitiative(world, 'Initiatives');
  const [hers, theirs] = [await atInitiative(world, neema, cohort), await atInitiative(world, baraka, cohort)];
  const file = { name: ON_HER_WAY.file, bytes: Buffer.from('The minutes of the qurixel-meeting.\n'.repeat(3000)) };
  await hers.does('add', { text: 'A first qurixel-draft' }, { ...file, name: 'not-this-qurixel.txt' });
  const thrownAway = /name="do" value="(remove-[^"]+)"/.exec((await hers.page()).html)![1]!;
  await hers.does(thrownAway);
  await hers.does('add', {}, file);
  await hers.handsIn(`${ON_HER_WAY.work} `.repeat(20));
  await theirs.handsIn('Six people met at school. '.repeat(20));
  const workOf = (person: Person) => database.read(Work).findOneByOrFail({ personId: person.id });
  const review = { number: 1, levels: {}, verdict: null, takenAt: clock.now(), givenAt: clock.now() };
  const [own, another] = [await workOf(neema), await workOf(baraka)];
  await database.write(async (write) => {
    const answer = { workId: own.id, reviewerId: amara.id, peer: false, comment: ON_HER_WAY.answered };
    await write.insert(Review, { id: newId(), ...review, ...answer });
    const given = { workId: another.id, reviewerId: neema.id, peer: true, comment: TO_OTHERS.reviewed };
    await write.insert(Review, { id: newId(), ...review, ...given });
    await write.insert(Review, { id: newId(), ...review, ...given, comment: '', givenAt: null });
  });
}
