import { newId } from '../../kernel/identifier';
import type { OwnCohort } from '../cohort-team.guard';
import { linkSaid } from '../invitation/link.view';
import { requestRows } from '../requests/requests.view';
import type { Roster } from './rosters.service';

const ROWS_PER_PAGE = 100;

/** The page that an address asks for, of as many as the rows need; null when there is none. */
export function pageAsked(asked: unknown, { people, invited }: Pick<Roster, 'people' | 'invited'>): { page: number; count: number } | null {
  const count = Math.max(1, Math.ceil((people.length + invited.length) / ROWS_PER_PAGE));
  const page = asked === undefined ? 1 : typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  return page >= 1 && page <= count ? { page, count } : null;
}

/** views/cohorts/roster.hbs: those who are asked stand before those who are in. */
export function rosterPage(
  own: OwnCohort,
  { people, invited, lists, requests, link }: Roster,
  { page, count }: { page: number; count: number },
  now: Date,
) {
  const { cohort, chapter, lead } = own;
  const address = `/cohorts/${cohort.id}/roster`;
  const [from, to] = [(page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE];
  const at = (number: number) => (number >= 1 && number <= count ? `${address}?page=${number}` : null);
  return {
    formId: newId(),
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}`, places: cohort.places },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    lead,
    addAddress: `${address}/add`,
    lineAddress: `/cohorts/${cohort.id}/waiting`,
    writable: lead && !cohort.archivedAt,
    action: `${address}/invitations`,
    people: people.length,
    waiting: invited.length,
    places: cohort.places,
    requests: requestRows(own, requests),
    link: linkSaid(link),
    linkAddress: lead ? `/cohorts/${cohort.id}/link` : null,
    lists: lead ? lists.map(({ id, addedAt, undoneAt }) => ({ address: `${address}/imports/${id}`, addedAt, undoneAt })) : [],
    invited: invited.slice(from, to).map((one) => ({
      id: one.id,
      name: one.name,
      email: one.email,
      sentAt: one.sentAt,
      expiresAt: one.expiresAt,
      expired: one.expiresAt <= now,
    })),
    rows: people.slice(Math.max(0, from - invited.length), Math.max(0, to - invited.length)).map(({ name, joinedAt, state }) => ({
      name,
      joinedAt,
      completed: state === 'completed',
    })),
    pagination: count > 1 ? { previous: at(page - 1), next: at(page + 1), number: page, count } : null,
  };
}
