/**
 * Time in an attempt. The server's clock is the only one, whatever a page says; the person's own clock is never asked.
 * The rules are those of Moodle's quiz, with one difference: what time makes of an attempt depends on the moment alone, and never on
 * whether a sweep or the person comes by first. So the sweep, too, waits for the grace that a slow line is given.
 */
import type { QuizSettings } from '../../content/quiz-settings';

/** How long after the end an answer still counts, so that a slow line does not punish anybody. */
export const GRACE_SECONDS = 60;

/** From so many seconds before the end a submission is taken as sent by the clock. */
const NEARLY_SECONDS = 2;

/** What becomes of an attempt whose end has come. */
export type EndRules = Pick<QuizSettings, 'overdue' | 'graceMinutes'>;

/** Where an attempt is, as far as time can change it. Previews have no end. */
export interface Running {
  endsAt: Date | null;
  overdueAt: Date | null;
  handedInAt: Date | null;
  abandonedAt: Date | null;
}

export type AttemptState = 'in-progress' | 'overdue' | 'finished' | 'never-submitted';

export function stateOf({ handedInAt, abandonedAt, overdueAt }: Running): AttemptState {
  return handedInAt ? 'finished' : abandonedAt ? 'never-submitted' : overdueAt ? 'overdue' : 'in-progress';
}

/** Neither handed in nor given up. */
export function isOpen(attempt: Pick<Running, 'handedInAt' | 'abandonedAt'>): boolean {
  return !attempt.handedInAt && !attempt.abandonedAt;
}

/** What an attempt becomes, and as from when. */
export interface Becoming {
  state: 'overdue' | 'finished' | 'never-submitted';
  at: Date;
}

/** What time alone has made of an attempt by now, so that a visit or the sweep has to note it; null when nothing has changed. */
export function due(attempt: Running, rules: EndRules, now: Date): Becoming | null {
  const { endsAt: end } = attempt;
  if (!end || !isOpen(attempt)) return null;
  if (rules.overdue === 'grace') {
    if (now > lastCall(end, rules)) return { state: 'never-submitted', at: handInUntil(end, rules) };
    return now >= end && !attempt.overdueAt ? { state: 'overdue', at: end } : null;
  }
  return isOver(now, end) ? { state: rules.overdue === 'submit' ? 'finished' : 'never-submitted', at: end } : null;
}

/** What a press does to an open attempt: whether the answers that came with it are kept, and what the attempt becomes. */
export interface PressVerdict {
  kept: boolean;
  becomes: Becoming | null;
}

/** `handsIn`: the press asks for it. Within two seconds of the end every press counts as sent by the clock; before, no claim of a page does. */
export function pressed({ endsAt: end }: Pick<Running, 'endsAt'>, rules: EndRules, handsIn: boolean, now: Date): PressVerdict {
  if (!isTimeUp(now, end)) return { kept: true, becomes: handsIn ? { state: 'finished', at: now } : null };
  const kept = isAccepting(now, end);
  if (rules.overdue === 'grace') {
    if (now > lastCall(end!, rules)) return { kept, becomes: { state: 'never-submitted', at: handInUntil(end!, rules) } };
    return { kept, becomes: { state: handsIn ? 'finished' : 'overdue', at: now } };
  }
  if (kept) return { kept, becomes: { state: 'finished', at: now } };
  return { kept, becomes: { state: rules.overdue === 'submit' ? 'finished' : 'never-submitted', at: end! } };
}

/** An attempt that was never handed in and is opened again: it goes on until its end, or is finished as of its end when that has passed. */
export function reopened(
  attempt: { startedAt: Date; endsAt: Date | null },
  minutes: number | null,
  extraTime: number,
  now: Date,
): { endsAt: Date | null; finishedAt: Date | null } {
  const given = endsAt(attempt.startedAt, allowedMinutes(minutes, extraTime));
  const end = attempt.endsAt && given && given < attempt.endsAt ? attempt.endsAt : given;
  return { endsAt: end, finishedAt: end && now >= end ? end : null };
}

/** Until when an attempt can be handed in when its answers are closed. */
export function handInUntil(end: Date, { overdue, graceMinutes }: EndRules): Date {
  return overdue === 'grace' ? later(end, graceMinutes * 60) : end;
}

/** When time next makes something of an open attempt; null when it never will. */
export function nextDue({ endsAt: end, overdueAt }: Pick<Running, 'endsAt' | 'overdueAt'>, rules: EndRules): Date | null {
  return end && rules.overdue === 'grace' && !overdueAt ? end : end && lastCall(end, rules);
}

function lastCall(end: Date, rules: EndRules): Date {
  return later(handInUntil(end, rules), GRACE_SECONDS);
}

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

/** When an attempt ends: after its minutes; null without a limit. A deadline ends nothing: it is soft. */
export function endsAt(startedAt: Date, minutes: number | null): Date | null {
  return minutes === null ? null : later(startedAt, minutes * 60);
}

/** Whether answers that arrive now are saved: up to the last moment of the grace. */
export function isAccepting(now: Date, end: Date | null): boolean {
  return end === null || now <= later(end, GRACE_SECONDS);
}

/** The earliest end at which answers that arrive now are still saved: `isAccepting`, asked of the end. */
export function earliestEnd(now: Date): Date {
  return later(now, -GRACE_SECONDS);
}

/** Whether an answer that arrives now is kept only because a slow line is given some grace. */
export function isInGrace(now: Date, end: Date | null): boolean {
  return end !== null && now > end && isAccepting(now, end);
}

/** Whether a submission that arrives now ends the attempt, whatever the page's own clock claims. */
export function isTimeUp(now: Date, end: Date | null): boolean {
  return end !== null && now > later(end, -NEARLY_SECONDS);
}

/** Whether no answer is taken any more. */
export function isOver(now: Date, end: Date | null): boolean {
  return !isAccepting(now, end);
}

/** Whole seconds left, never below 0; null without an end. */
export function secondsLeft(now: Date, end: Date | null): number | null {
  return end === null ? null : Math.max(0, Math.ceil((end.getTime() - now.getTime()) / 1000));
}

function later(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}
