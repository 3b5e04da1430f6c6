/**
 * Time in an attempt. The server's clock is the only one; when the time is over, what was saved is handed in.
 * The rules are those of Moodle's quiz with the policy "open attempts are submitted automatically".
 */

/** How long after the end an answer still counts, so that a slow line does not punish anybody. */
export const GRACE_SECONDS = 60;

/** From so many seconds before the end a submission is taken as handed in by the clock. */
const NEARLY_SECONDS = 2;

export type Arrival = 'in-time' | 'grace' | 'late';

/** A limit with so many percent more time for one person, in whole minutes: what is begun of a minute is given. Null without a limit. */
export function allowedMinutes(minutes: number | null, extraTime: number): number | null {
  return minutes === null ? null : Math.ceil((minutes * (100 + extraTime)) / 100);
}

/**
 * The end of an open attempt whose person is given other extra time: later when that is later, never earlier. Null when nothing changes: the
 * end would not be later, there is none, or the time is over already.
 */
export function lengthened(
  attempt: { startedAt: Date; endsAt: Date | null },
  minutes: number | null,
  extraTime: number,
  now: Date,
): Date | null {
  const end = endsAt(attempt.startedAt, allowedMinutes(minutes, extraTime));
  return attempt.endsAt && end && end > attempt.endsAt && !isOver(now, attempt.endsAt) ? end : null;
}

/** When an attempt ends: after its minutes or when the quiz closes, whichever comes first; null when neither is set. */
export function endsAt(startedAt: Date, minutes: number | null, closesAt: Date | null = null): Date | null {
  const limit = minutes === null ? null : later(startedAt, minutes * 60);
  return limit && closesAt ? (closesAt < limit ? closesAt : limit) : (limit ?? closesAt);
}

/** How an answer arrives: at the end is in time, within the grace (its last moment included) still counts, later does not. */
export function arrival(now: Date, end: Date | null, graceSeconds = GRACE_SECONDS): Arrival {
  if (end === null || now <= end) return 'in-time';
  return now <= later(end, graceSeconds) ? 'grace' : 'late';
}

/** Whether answers that arrive now are saved. */
export function isAccepting(now: Date, end: Date | null, graceSeconds = GRACE_SECONDS): boolean {
  return arrival(now, end, graceSeconds) !== 'late';
}

/** The earliest end at which answers that arrive now are still saved: `isAccepting`, asked of the end. */
export function earliestEnd(now: Date, graceSeconds = GRACE_SECONDS): Date {
  return later(now, -graceSeconds);
}

/** Whether a submission that arrives now ends the attempt, whatever the page's own clock claims. */
export function isTimeUp(now: Date, end: Date | null): boolean {
  return end !== null && now > later(end, -NEARLY_SECONDS);
}

/** When an attempt that is finished now counts as finished: now; but at its end when the last answers came too late or never. */
export function finishedAt(now: Date, end: Date | null, graceSeconds = GRACE_SECONDS): Date {
  return arrival(now, end, graceSeconds) === 'late' ? end! : now;
}

/** Whether an open attempt waits for nobody any more: its time is over and so is the grace. It is finished with what was saved. */
export function isOver(now: Date, end: Date | null, graceSeconds = GRACE_SECONDS): boolean {
  return arrival(now, end, graceSeconds) === 'late';
}

/** Whole seconds left, never below 0; null without an end. */
export function secondsLeft(now: Date, end: Date | null): number | null {
  return end === null ? null : Math.max(0, Math.ceil((end.getTime() - now.getTime()) / 1000));
}

function later(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}
