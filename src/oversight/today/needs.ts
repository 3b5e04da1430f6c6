/** Who needs the team, and why: few rules, in plain sight, over what somebody has done so far. */
import { dayIn } from '../../cohorts/schedule';

/** From the strongest reason to the weakest. */
export const NEEDS = ['failed', 'wrong-in-a-row', 'not-started', 'silent'] as const;
export type NeedKind = (typeof NEEDS)[number];

/** Why a letter was written: for a need, or on the team's own account. */
export const NUDGE_REASONS = [...NEEDS, 'own'] as const;
export type NudgeReason = (typeof NUDGE_REASONS)[number];

export interface NeedRules {
  /** Days after somebody could begin. */
  notStartedDays: number;
  /** Tries of one quiz that did not pass. */
  failedTries: number;
  /** Wrong answers one after the other in the latest try. */
  wrongInARow: number;
  /** Days without anything. */
  silentDays: number;
}

export const USUAL_RULES: NeedRules = { notStartedDays: 3, failedTries: 2, wrongInARow: 4, silentDays: 7 };

/** What a team may set, the smallest and the largest. */
export const RULE_BOUNDS: Readonly<Record<keyof NeedRules, readonly [number, number]>> = {
  notStartedDays: [1, 60],
  failedTries: [1, 20],
  wrongInARow: [2, 20],
  silentDays: [2, 90],
};

/** How long nobody writes again to somebody who was written to, in hours. */
export const QUIET_HOURS = 72;

/** A try that was handed in. */
export interface Tried {
  module: string;
  step: string;
  passed: boolean;
}

export interface GettingOn {
  complete: boolean;
  joinedAt: Date;
  /** The cohort's first day, `YYYY-MM-DD` in its zone. */
  startsOn: string;
  zone: string;
  /** Since when they have had something to do; null when there is nothing, or all of it waits for a day, a module or somebody else. */
  openSince: Date | null;
  /** When they last did anything; null before the first thing. */
  lastAt: Date | null;
  /** From the first to the latest. */
  tries: readonly Tried[];
  /** In the latest try. */
  wrongInARow: number;
}

/** A reason to write to somebody. */
export interface Need {
  kind: NeedKind;
  /** Days, tries or answers, as the rule counts them. */
  count: number;
  /** The quiz that it is about. */
  step: { module: string; step: string } | null;
}

/** Every reason to write to somebody, the strongest first. Whoever has finished, or has nothing to do now, needs nobody. */
export function needs(person: GettingOn, now: Date, rules: NeedRules): Need[] {
  if (person.complete || !person.openSince) return [];
  const found = [failed(person, rules), wrong(person, rules), notStarted(person, now, rules), silent(person, now, rules)];
  return found.filter((need) => need !== null);
}

/** When somebody may be written to again; null when they may be now. */
export function quietUntil(lastNudge: Date | null, now: Date): Date | null {
  const until = lastNudge && new Date(lastNudge.getTime() + QUIET_HOURS * 3_600_000);
  return until && until > now ? until : null;
}

/** The longest run of what went wrong, in the order of the questions. A question left out ends a run. */
export function longestRun(outcomes: readonly ('right' | 'partly' | 'wrong' | 'unanswered' | 'unmarked')[]): number {
  let [longest, run] = [0, 0];
  for (const outcome of outcomes) {
    run = outcome === 'wrong' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function failed({ tries }: GettingOn, { failedTries }: NeedRules): Need | null {
  const last = tries.findLast((tried) => countOf(tries, tried) >= failedTries && !tries.some((one) => one.passed && same(one, tried)));
  return last ? { kind: 'failed', count: countOf(tries, last), step: stepOf(last) } : null;
}

function wrong({ tries, wrongInARow }: GettingOn, rules: NeedRules): Need | null {
  const latest = tries.at(-1);
  const passed = latest && tries.some((one) => one.passed && same(one, latest));
  return latest && !passed && wrongInARow >= rules.wrongInARow
    ? { kind: 'wrong-in-a-row', count: wrongInARow, step: stepOf(latest) }
    : null;
}

function notStarted({ lastAt, joinedAt, startsOn, openSince, zone }: GettingOn, now: Date, { notStartedDays }: NeedRules): Need | null {
  if (lastAt) return null;
  const [from] = [startsOn, dayIn(zone, joinedAt), dayIn(zone, openSince!)].sort().reverse();
  const count = daysBetween(from!, dayIn(zone, now));
  return count >= notStartedDays ? { kind: 'not-started', count, step: null } : null;
}

function silent({ lastAt, openSince }: GettingOn, now: Date, { silentDays }: NeedRules): Need | null {
  const from = Math.max(lastAt?.getTime() ?? 0, openSince!.getTime());
  const count = Math.floor((now.getTime() - from) / 86_400_000);
  return lastAt && count >= silentDays ? { kind: 'silent', count, step: null } : null;
}

const same = (one: Tried, other: Tried) => one.module === other.module && one.step === other.step;
const countOf = (tries: readonly Tried[], tried: Tried) => tries.filter((one) => !one.passed && same(one, tried)).length;
const stepOf = ({ module, step }: Tried) => ({ module, step });

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
