import { MOST_ITERATIONS } from '../engine/commands/assessing';
import { commentsUntil, replyUntil } from '../engine/reply';
import type { Objection } from '../engine/state';
import type { ClauseView, TableView } from '../engine/table-view';

/** views/simulations/_until.hbs: the moment at which something is over, and whether people count in days. */
export interface Until {
  at: Date;
  async: boolean;
}

type Seen = Pick<TableView, 'mode' | 'paused' | 'phase' | 'statements'>;

const until = ({ mode }: Pick<Seen, 'mode'>, at: number | null): Until | null =>
  at === null || mode === 'solo' ? null : { at: new Date(at), async: mode === 'async' };

/** When the phase is over, and with it what was begun in it; null where nobody counts, and while the clock stands still. */
export function phaseEnd(view: Seen): Until | null {
  return view.paused ? null : until(view, view.phase.deadline);
}

/** How long an answered objection can be replied to before the chair can say that it is considered and not met; null when there is nothing to wait for. */
export function replyWindow(view: Seen, objection: Objection): Until | null {
  return objection.state === 'answered' ? until(view, replyUntil(objection, view)) : null;
}

/** The round of a judgement, and until when it can be challenged: at the latest the call is over. Null when it is final. */
export function disputeWindow(view: Seen, { assessment }: Pick<ClauseView, 'assessment'>) {
  if (!assessment || assessment.final || view.mode === 'solo') return null;
  const { iteration, challenges, at } = assessment;
  const comments = commentsUntil(at, view.mode);
  const end = phaseEnd(view)?.at.getTime() ?? comments;
  const disputed = iteration < MOST_ITERATIONS && challenges.some((one) => one.iteration === iteration);
  return { number: iteration, most: MOST_ITERATIONS, disputed, until: until(view, Math.min(comments, end))! };
}

/** A change of nothing but the wording leaves every position as it is: how long whoever sees more in it can object. Null where that is over, or nothing of the kind. */
export function editorialWindow(view: Seen, { history, state }: Pick<ClauseView, 'history' | 'state'>): { until: Until | null } | null {
  const { kind } = view.phase;
  const isOpen = state === 'tabled' && (kind === 'round' || kind === 'last-reading') && view.mode !== 'solo';
  return isOpen && history.length > 1 && history.at(-1)!.class === 'editorial' ? { until: phaseEnd(view) } : null;
}
