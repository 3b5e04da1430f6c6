import { Moves } from '../../src/cohorts/moves/moves.service';
import { CohortStates } from '../../src/cohorts/states/states.service';
import { Cohorts } from '../../src/cohorts/cohorts.service';
import { WaitingLists } from '../../src/cohorts/waiting/waiting-lists.service';
import { WaitingPerson } from '../../src/cohorts/waiting/waiting-person.entity';
import type { Person } from '../../src/people/person.entity';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, invitationTo, type LearningWorld, makePerson, openCohort } from './world';

/** Cohorts in every state, a line in front of a full one, and people who come and go. */
export interface GroundPlaces {
  draft: string;
  kept: string;
  finished: string;
  archived: string;
  /** With one place, which is taken; Wekesa waits for it, with his place in the line, and Simiyu does not yet. */
  full: { cohort: string; link: string; place: string };
  draftLink: string;
  wekesa: Person;
  simiyu: Person;
  /** The cohort of those who come and go, and where one can be moved to. */
  cohort: string;
  target: string;
  /** Enrolments: Nekesa goes by herself, Barasa is taken out, Wafubwa is moved, Masika was taken out, Khaemba went. */
  nekesa: Person;
  studies: Record<'nekesa' | 'barasa' | 'wafubwa' | 'masika' | 'khaemba', string>;
  khaemba: Person;
}

export async function placesOf(world: LearningWorld): Promise<GroundPlaces> {
  const { app, database, clock, amara, kenya } = world;
  const now = clock.now();
  const one = <T>(service: new (...given: never[]) => T): T => app.get(service, { strict: false });
  const person = async (name: string) => {
    const who = await makePerson(world, { name, email: `${name.split(' ')[0]!.toLowerCase()}@places.example`, language: 'en' });
    return { who, of: (cohort: Parameters<typeof enrol>[2]) => enrol(world, who, cohort) };
  };
  const prepared = async (name: string) => {
    const { programmeVersionId, language, zone, startsOn, endsOn } = world.cohort;
    const details = { name, language, zone, startsOn, endsOn, places: null };
    return database.write((write) => one(Cohorts).draft(write, kenya.id, programmeVersionId, details, now));
  };
  const past = { startsOn: '2026-01-05', endsOn: '2026-02-15' };
  const [draft, kept] = [await prepared('Eldoret, May'), await prepared('Kitale, June')];
  const finished = await openCohort(world, kenya, { name: 'Busia, January', ...past });
  const archived = await openCohort(world, kenya, { name: 'Siaya, January', ...past });
  await database.write((write) => one(CohortStates).archive(write, archived.id, amara.id, now));

  const full = await openCohort(world, kenya, { name: 'Bungoma', places: 1 });
  const [inside, wekesa, simiyu] = [await person('Inside Bungoma'), await person('Wekesa Waits'), await person('Simiyu Comes')];
  await inside.of(full);
  for (const { of } of [wekesa, simiyu]) await of(world.cohort); // of the chapter, so that its team may read their names
  await database.write((write) => one(WaitingLists).wait(write, full.id, wekesa.who.id, now));
  const [place] = await database.read(WaitingPerson).findBy({ cohortId: full.id });

  const cohort = await openCohort(world, kenya, { name: 'Kakamega' });
  const target = await openCohort(world, kenya, { name: 'Vihiga' });
  const people = {
    nekesa: await person('Nekesa Goes'),
    barasa: await person('Barasa Out'),
    wafubwa: await person('Wafubwa Moves'),
    masika: await person('Masika Back'),
    khaemba: await person('Khaemba Gone'),
  };
  const studies = {} as GroundPlaces['studies'];
  for (const [name, { of }] of Object.entries(people)) studies[name as keyof typeof studies] = await of(cohort);
  const at = (name: keyof typeof people) => ({ enrolmentId: studies[name], personId: people[name].who.id, cohortId: cohort.id });
  await database.write((write) => one(Moves).withdraw(write, at('masika'), amara.id, now));
  await database.write((write) => one(Moves).leave(write, at('khaemba'), now));
  return {
    draft,
    kept,
    finished: finished.id,
    archived: archived.id,
    full: { cohort: full.id, link: await invitationTo(world, full), place: place!.id },
    draftLink: await invitationTo(world, (await one(Cohorts).byId(draft))!),
    wekesa: wekesa.who,
    simiyu: simiyu.who,
    cohort: cohort.id,
    target: target.id,
    nekesa: people.nekesa.who,
    khaemba: people.khaemba.who,
    studies,
  };
}

export function placePages({ world, places }: Ground): Stop[] {
  const { amara, tomas, nour } = world;
  const { cohort, studies, full, wekesa, simiyu, nekesa, khaemba } = places;
  const person = (study: string) => `/cohorts/${cohort}/people/${study}`;
  const stop = (who: Person | null, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const wrong = (who: Person, name: string, address: string, fields: Fields, status: number) =>
    stop(who, name, address, { fields, status });
  return [
    stop(amara, 'archived cohorts', '/chapters/kenya/cohorts/archived'),
    stop(nour, 'archived cohorts, none', '/chapters/lebanon/cohorts/archived'),
    ...[amara, tomas].map((who) => stop(who, 'draft', `/cohorts/${places.draft}`)),
    stop(amara, 'draft, settings', `/cohorts/${places.draft}/settings`),
    stop(amara, 'draft, add people', `/cohorts/${places.draft}/roster/add`),
    stop(amara, 'finished, settings', `/cohorts/${places.finished}/settings`),
    ...['', '/settings', '/roster', '/announcements'].map((room) => stop(amara, `archived${room}`, `/cohorts/${places.archived}${room}`)),
    wrong(amara, 'archived, changed', `/cohorts/${places.archived}/invitation`, {}, 409),
    wrong(amara, 'running, archived', `/cohorts/${world.cohort.id}/archiving`, {}, 409),
    stop(null, 'join, not open', places.draftLink),
    stop(null, 'join, full', full.link),
    stop(simiyu, 'join, full, with an account', full.link),
    stop(wekesa, 'join, in the line', full.link),
    stop(wekesa, 'waiting', '/waiting'),
    stop(nour, 'waiting, nowhere', '/waiting'),
    stop(wekesa, 'learning, and waiting', '/learning'),
    ...[amara, tomas].map((who) => stop(who, 'waiting list', `/cohorts/${full.cohort}/waiting`)),
    stop(amara, 'waiting list, nobody', `/cohorts/${cohort}/waiting`),
    wrong(amara, 'waiting list, no place', `/cohorts/${full.cohort}/waiting`, { admit: full.place }, 409),
    stop(amara, 'person who moves', `${person(studies.wafubwa)}/move`),
    stop(amara, 'person who was taken out', `${person(studies.masika)}/move`),
    stop(amara, 'person who was taken out, page', person(studies.masika)),
    wrong(amara, 'person who moves nowhere', `${person(studies.wafubwa)}/move`, { to: '' }, 422),
    stop(nekesa, 'leaving', `/learning/${studies.nekesa}/leaving`),
    stop(khaemba, 'learning, left', '/learning'),
    stop(khaemba, 'record', `/learning/${studies.khaemba}/record`),
  ];
}

/** A good form for each of their routes. */
export function placeForms({ world: { amara }, places }: Ground): Example[] {
  const { cohort, studies, full } = places;
  const person = (study: string) => `/cohorts/${cohort}/people/${study}`;
  const one = (who: Person, address: string, fields: Fields = {}): Example => ({ who, address, fields });
  return [
    one(amara, `/cohorts/${places.kept}/opening`),
    one(amara, `/cohorts/${places.finished}/archiving`),
    one(amara, `/cohorts/${places.archived}/return`),
    one(places.simiyu, `${full.link}/waiting`),
    one(amara, `/cohorts/${full.cohort}/waiting`, { more: full.place }),
    one(places.wekesa, '/waiting', { leave: full.place }),
    one(places.nekesa, `/learning/${studies.nekesa}/leaving`),
    one(amara, `${person(studies.barasa)}/withdrawal`),
    one(amara, `${person(studies.masika)}/return`),
    one(amara, `${person(studies.wafubwa)}/move`, { to: places.target }),
  ];
}
