import type { Cohort } from '../../src/cohorts/cohort.entity';
import { Invitations } from '../../src/cohorts/invitation/invitations.service';
import { JoinRequest } from '../../src/cohorts/requests/join-request.entity';
import { OpenDoors } from '../../src/cohorts/requests/open-doors.service';
import { newId } from '../../src/kernel/identifier';
import { OneTimeLinks } from '../../src/people/one-time-links.service';
import type { Person } from '../../src/people/person.entity';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { invitationTo, openCohort, type World } from './world';

/** A cohort that people may ask to join, with a request that waits, one that may be taken back, one that was declined; and its links. */
export interface GroundWays {
  cohort: Cohort;
  closed: string;
  waiting: string;
  others: string;
  newcomer: string;
  known: string;
}

export async function waysOf(world: World, people: Record<'zuri' | 'juma' | 'halima', Person>): Promise<GroundWays> {
  const { app, database, clock, kenya, amara, mei } = world;
  const now = clock.now();
  const cohort = await openCohort(world, kenya, { name: 'Who asks', places: 30 });
  const other = await openCohort(world, world.penang, { name: 'Elsewhere' });
  const doors = app.get(OpenDoors, { strict: false });
  await database.write((write) => doors.set(write, cohort.id, true, now));
  const ask = async ({ id: personId }: Person, cohortId = cohort.id, more: Partial<JoinRequest> = {}) => {
    const request = { id: newId(), cohortId, personId, message: 'I would like to learn with you.', state: 'waiting' as const };
    const answer = { answeredAt: null, answeredBy: null, answer: '' };
    await database.write((write) => write.insert(JoinRequest, { ...request, ...answer, askedAt: now, ...more }));
    return request.id;
  };
  const link = (email: string) =>
    database.write((write) =>
      app.get(OneTimeLinks, { strict: false }).make(write, { purpose: 'ask', detail: cohort.id, email, minutes: 24 * 60 }, now),
    );
  const declined = { state: 'declined' as const, answeredAt: now, answeredBy: amara.id, answer: 'Come in May.', message: '' };
  await ask(people.juma, cohort.id, declined);
  await ask(people.halima);
  const shut = await openCohort(world, kenya, { name: 'Link closed' });
  const closed = await invitationTo(world, shut);
  await database.write((write) => app.get(Invitations, { strict: false }).close(write, shut.id, true, now));
  return {
    cohort,
    closed,
    waiting: await ask(people.zuri),
    others: await ask(mei, other.id),
    newcomer: `/asking/${await link('akoth@example.org')}`,
    known: `/asking/${await link(mei.email)}`,
  };
}

/** How people come into a cohort by themselves, as leads and as they see it. */
export function waysPages({ world, ways, halima, juma, chege }: Ground): Stop[] {
  const { amara, wanjiku } = world;
  const [link, ask] = [`/cohorts/${ways.cohort.id}/link`, `/ask/${ways.cohort.id}`];
  const stop = (who: Person | null, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    ...{ who, name, address, status: 200 },
    ...more,
  });
  const wrong = (who: Person | null, name: string, address: string, fields: Fields, status = 422) =>
    stop(who, name, address, { fields, status });
  return [
    stop(amara, 'ways in', link),
    wrong(amara, 'ways in, wrong', link, { lastsUntil: '2026-13-45', most: 'many', version: '1' }),
    wrong(amara, 'ways in, somebody was quicker', link, { lastsUntil: '', most: '5', version: '0' }, 409),
    stop(amara, 'roster, with people who ask', `/cohorts/${ways.cohort.id}/roster`),
    stop(amara, 'somebody asks to join', `/cohorts/${ways.cohort.id}/requests/${ways.waiting}`),
    wrong(amara, 'somebody asks to join, wrong', `/cohorts/${ways.cohort.id}/requests/${ways.waiting}`, {
      do: 'decline',
      answer: 'x'.repeat(600),
    }),
    stop(null, 'link, closed', ways.closed, { status: 410 }),
    stop(null, 'ask to join', ask),
    wrong(null, 'ask to join, no address', `${ask}/letter`, { email: 'x' }),
    stop(chege, 'ask to join, signed in', ask),
    wrong(wanjiku, 'ask to join, too long', ask, { message: 'x'.repeat(600) }),
    stop(halima, 'ask to join, waiting', ask),
    stop(juma, 'ask to join, declined', ask),
    wrong(juma, 'ask to join, too soon', ask, { message: 'Please' }, 409),
    stop(null, 'ask to join, from a letter', ways.newcomer),
    wrong(null, 'ask to join, from a letter, wrong', ways.newcomer, { name: '', email: 'x', password: 'x', message: '' }),
    stop(null, 'ask to join, known', ways.known),
  ];
}

/** A good form for each of their routes. */
export function waysForms({ world, ways, halima }: Ground): Example[] {
  const { amara, wanjiku } = world;
  const [at, ask] = [`/cohorts/${ways.cohort.id}`, `/ask/${ways.cohort.id}`];
  const one = (who: Person | null, address: string, fields: Fields = {}): Example => ({ who, address, fields });
  return [
    one(amara, `${at}/link`, { lastsUntil: '', most: '30', version: '1' }),
    one(amara, `${at}/link/closing`, { do: 'close' }),
    one(amara, `${at}/requests/${ways.waiting}`, { do: 'accept', answer: '' }),
    one(halima, `${ask}/taken-back`),
    one(wanjiku, ask, { message: 'I would like to join.' }),
    one(null, `${ask}/letter`, { email: 'anyango@example.org' }),
    one(null, ways.newcomer, { name: 'Akoth', email: 'akoth@example.org', password: 'nine lazy herons on Saturday', message: 'I am new.' }),
    one(amara, `${at}/asking`, { do: 'close' }),
  ];
}
