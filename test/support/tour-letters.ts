import { Announcement } from '../../src/cohorts/announcements/announcement.entity';
import { CalendarAddresses } from '../../src/cohorts/calendar/calendar-addresses.service';
import { newId } from '../../src/kernel/identifier';
import { Outbox } from '../../src/web/mail/outbox.service';
import { OutboxMessage } from '../../src/web/mail/outbox-message.entity';
import { stopToken } from '../../src/web/mail/stop-token';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import { PASSWORD } from './visitor';
import type { LearningWorld } from './world';

/** A letter in the outbox, and the link with which Baraka stops notices. */
export interface GroundLetters {
  letter: string;
  stop: string;
  /** Two announcements of the Nairobi cohort, by their addresses. */
  announcements: [string, string];
  /** The private address of Wanjiku's calendar. */
  calendar: string;
}

export async function lettersOf({ app, database, amara, wanjiku, baraka, settings, cohort, clock }: LearningWorld): Promise<GroundLetters> {
  const outbox = app.get(Outbox, { strict: false });
  const letter = { recipient: amara.email, language: 'en' as const, subject: '⟦News~⟧', text: 'Read this:\n\nhttps://example.org/news\n' };
  await database.write((write) => outbox.put(write, letter));
  await outbox.work();
  const [{ id }] = (await database.read(OutboxMessage).find()) as [OutboxMessage];
  await database.write(async (write) => {
    const said = { cohortId: cohort.id, authorId: null, text: '⟦Tomorrow~⟧', writtenAt: clock.now(), editedAt: null, version: 1 };
    await write.insert(
      Announcement,
      [1, 2].map((number) => ({ id: newId(), title: `⟦News ${number}~⟧`, ...said })),
    );
  });
  const announced = await database.read(Announcement).find({ order: { id: 'ASC' } });
  const announcements = announced.map((one) => `/cohorts/${cohort.id}/announcements/${one.id}`) as [string, string];
  const calendar = new URL(await app.get(CalendarAddresses, { strict: false }).of(wanjiku.id)).pathname;
  return { announcements, calendar, letter: `/mail/${id}`, stop: `/mail/stop/${stopToken(baraka.id, settings.sessionSecret)}` };
}

/** The pages of letters. */
export function letterPages({ world, letters, studies }: Ground): Stop[] {
  const { sofia, amara, tomas, wanjiku, yusuf, nour, cohort, cohorts } = world;
  const [one] = letters.announcements;
  const stop = (who: Stop['who'], name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  return [
    stop(sofia, 'outbox', '/mail'),
    stop(sofia, 'letter', letters.letter),
    stop(null, 'stop letters', letters.stop),
    ...[amara, tomas].map((who) => stop(who, 'announcements', `/cohorts/${cohort.id}/announcements`)),
    stop(nour, 'announcements, none', `/cohorts/${cohorts.lebanon.id}/announcements`),
    stop(amara, 'announcements, nothing typed', `/cohorts/${cohort.id}/announcements`, { fields: { title: '', text: '' }, status: 422 }),
    stop(tomas, 'announcement', one),
    stop(tomas, 'announcement, wrong', one, { fields: { title: '', text: '⟦x⟧', version: '1' }, status: 422 }),
    stop(tomas, 'announcement, edited meanwhile', one, { fields: { title: '⟦x⟧', text: '⟦x⟧', version: '9' }, status: 409 }),
    ...[wanjiku, yusuf, amara].map((who) => stop(who, 'calendar', '/calendar')),
    stop(tomas, 'calendar of a cohort', `/cohorts/${cohort.id}/calendar`),
    stop(null, 'calendar, subscribed to', letters.calendar),
    stop(null, 'calendar of a cohort, subscribed to', `${letters.calendar}/cohorts/${cohort.id}`),
    ...[wanjiku, yusuf, amara, sofia].map((who) => stop(who, 'privacy', '/account/privacy')),
    stop(wanjiku, 'privacy, wrong password', '/account/privacy/erasure', { fields: { password: '' }, status: 422 }),
    stop(wanjiku, 'privacy, no format', '/account/privacy/data', { fields: { format: '' }, status: 422 }),
    stop(wanjiku, 'own data', '/account/privacy/data.json'),
    stop(wanjiku, 'own data, to read', '/account/privacy/data.html'),
    stop(null, 'farewell', '/farewell'),
    stop(wanjiku, 'news', `/learning/${studies.wanjiku}/announcements`),
    stop(yusuf, 'news, none', `/learning/${studies.yusuf}/announcements`),
    stop(null, 'stop letters, no choice', `${letters.stop}/choice`, { fields: { notices: '' }, status: 422 }),
  ];
}

export function letterForms({ letters, tables, world: { amara, tomas, mei, cohort } }: Ground): Example[] {
  const [one, other] = letters.announcements;
  return [
    { who: amara, address: `/cohorts/${cohort.id}/announcements`, fields: { title: 'Thursday', text: 'At ten.' } },
    { who: tomas, address: one, fields: { title: 'Friday', text: 'At ten.', version: '1' } },
    { who: tomas, address: `${other}/removal`, fields: {} },
    { who: mei, address: '/calendar/renewal', fields: {} },
    { who: mei, address: '/account/privacy/data', fields: { format: 'json' } },
    { who: null, address: `${letters.stop}/choice`, fields: { notices: 'stop' } },
    { who: tables.wafula, address: '/account/privacy/erasure', fields: { password: PASSWORD } },
  ];
}
