/** To whom a facilitator's word goes: a seat, all at which a person sits, or all of those who have not spoken yet. */
import { type Eyes, glances } from './glance';

export const EVERYBODY = 'everybody';
export const SILENT = 'silent';

/** Seats, in the scenario's order. A script reads nothing. */
export function readersOf(to: string, view: Eyes): string[] {
  const people = view.seats.filter(({ holder }) => holder === 'person').map(({ role }) => role);
  if (to === EVERYBODY) return people;
  if (to === SILENT) return glances(view).flatMap(({ role, silent }) => (silent ? [role] : []));
  return people.filter((role) => role === to);
}
