/** The moment at which tables are to begin, as it is typed in the zone of their cohort: empty where somebody presses. */
import { momentIn } from './local-moment';

/** `at` is null where nothing was typed, and where it means no moment that is still to come: `wrong` says why, as a phrase. */
export function startTyped(zone: string, typed: string, now: Date): { at: Date | null; wrong: string | null } {
  if (!typed) return { at: null, wrong: null };
  const at = momentIn(zone, typed);
  const wrong = at === null ? 'sittings.error.starts' : at <= now ? 'sittings.error.starts-before' : null;
  return { at: wrong ? null : at, wrong };
}
