import { seeded } from '../../../src/kernel/random';
import {
  allowedMinutes,
  due,
  endsAt,
  type EndRules,
  isAccepting,
  isOpen,
  lengthened,
  pressed,
  reopened,
  type Running,
  stateOf,
} from '../../../src/quizzes/sitting/timing';

/** How many timelines; `SEED=…` for others. */
const TIMELINES = 100_000;
const SEED = process.env.SEED ?? 'timelines';

/** Something that happens, so many milliseconds after the beginning. `claim` is what the device's clock says, which nobody asks. */
interface Happening {
  at: number;
  what: 'autosave' | 'press' | 'hand-in' | 'sweep' | 'more-time' | 'reopen';
  percent: number;
  claim: number;
}

interface Timeline {
  minutes: number | null;
  percent: number;
  rules: EndRules;
  happenings: Happening[];
}

/** What is known in the end: the state, its moment, and which of the answers are kept. */
interface Told {
  state: string;
  at: number | null;
  kept: number[];
  endsAt: number | null;
}

const BEGIN = Date.UTC(2026, 2, 1, 9);
const date = (ms: number) => new Date(BEGIN + ms);
const since = (at: Date | null) => (at ? at.getTime() - BEGIN : null);

function timeline(chance: () => number): Timeline {
  const pick = <T>(...from: T[]): T => from[Math.floor(chance() * from.length)]!;
  const minutes = pick(null, 1, 2, 5, 10, 60);
  const rules = { overdue: pick('submit', 'grace', 'abandon'), graceMinutes: pick(1, 2, 5, 30) } as const;
  const percent = pick(0, 0, 25, 50, 100);
  const end = (minutes ?? 5) * 60_000 * (1 + percent / 100);
  // Most of what is interesting happens around the moments at which something changes.
  const around = [0, end, end - 2000, end + 60_000, end + rules.graceMinutes * 60_000, end + (rules.graceMinutes + 1) * 60_000];
  const moment = () =>
    chance() < 0.6 ? pick(...around) + Math.round((chance() - 0.5) * pick(2, 2000, 20_000)) : Math.round(chance() * end * 3);
  const happenings = Array.from({ length: 1 + Math.floor(chance() * 7) }, (): Happening => ({
    at: Math.max(1, moment()),
    what: pick<Happening['what']>('autosave', 'autosave', 'press', 'press', 'hand-in', 'sweep', 'more-time', 'reopen'),
    percent: pick(0, 25, 50, 100, 200),
    claim: Math.round((chance() - 0.5) * 2 * 86_400_000),
  }));
  return { minutes, percent, rules, happenings: happenings.sort((a, b) => a.at - b.at) };
}

/** As the product does it: what time has made is noted by whoever comes by, then the rules are asked. */
function played({ minutes, percent, rules, happenings }: Timeline, last: number): Told {
  let attempt: Running = {
    endsAt: endsAt(date(0), allowedMinutes(minutes, percent)),
    overdueAt: null,
    handedInAt: null,
    abandonedAt: null,
  };
  const kept: number[] = [];
  const become = (becomes: ReturnType<typeof due>) => {
    if (becomes?.state === 'finished') attempt = { ...attempt, handedInAt: becomes.at };
    if (becomes?.state === 'never-submitted') attempt = { ...attempt, abandonedAt: becomes.at };
    if (becomes?.state === 'overdue') attempt = { ...attempt, overdueAt: attempt.overdueAt ?? becomes.at };
  };
  for (const { at, what, percent: more } of happenings) {
    const now = date(at);
    if (what === 'sweep') become(due(attempt, rules, now));
    if (what === 'more-time' && isOpen(attempt)) {
      const longer = lengthened({ startedAt: date(0), endsAt: attempt.endsAt }, minutes, more, now);
      if (longer) attempt = { ...attempt, endsAt: longer, overdueAt: null };
    }
    if (what === 'autosave' && isOpen(attempt) && isAccepting(now, attempt.endsAt)) kept.push(at);
    if ((what === 'press' || what === 'hand-in') && isOpen(attempt)) {
      const verdict = pressed(attempt, rules, what === 'hand-in', now);
      if (verdict.kept) kept.push(at);
      become(verdict.becomes);
    }
    if (what === 'reopen') {
      become(due(attempt, rules, now));
      if (attempt.abandonedAt) {
        const again = reopened({ startedAt: date(0), endsAt: attempt.endsAt }, minutes, more, now);
        attempt = { endsAt: again.endsAt, overdueAt: null, handedInAt: again.finishedAt, abandonedAt: null };
      }
    }
  }
  become(due(attempt, rules, date(last)));
  return { state: stateOf(attempt), at: since(attempt.handedInAt ?? attempt.abandonedAt), kept, endsAt: since(attempt.endsAt) };
}

/**
 * The same told by hand, in numbers and without a sweep: between two happenings nothing is noted. An attempt is open from its beginning to
 * whatever closes it first: a press that hands in, or the last moment at which one could have.
 */
function told({ minutes, percent, rules, happenings }: Timeline, last: number): Told {
  const limit = (more: number) => (minutes === null ? Infinity : Math.ceil((minutes * (100 + more)) / 100) * 60_000);
  const [SLOW, NEARLY, GRACE] = [60_000, 2_000, rules.graceMinutes * 60_000];
  const promised = (end: number) => (rules.overdue === 'grace' ? end + GRACE : end);
  let end = limit(percent);
  let handedIn: number | null = null;
  let lost: number | null = null;
  const kept: number[] = [];
  /** After the last moment at which something could have been handed in, nothing is open any more. */
  const closedByTime = (now: number) => {
    if (handedIn !== null || lost !== null || now <= promised(end) + SLOW) return;
    if (rules.overdue === 'submit') handedIn = end;
    else lost = promised(end);
  };
  for (const { at, what, percent: more } of happenings) {
    closedByTime(at);
    const open = handedIn === null && lost === null;
    if (what === 'more-time' && open && end < Infinity && at <= end + SLOW) end = Math.max(end, limit(more));
    if (open && what !== 'sweep' && what !== 'more-time' && what !== 'reopen') {
      if (at <= end + SLOW) kept.push(at);
      const ends = what === 'hand-in' || (what === 'press' && at > end - NEARLY && rules.overdue !== 'grace');
      if (ends) handedIn = at;
    }
    if (what === 'reopen' && lost !== null) {
      lost = null;
      end = Math.max(end, limit(more));
      if (at >= end) handedIn = end;
    }
  }
  closedByTime(last);
  const overdue = rules.overdue === 'grace' && pressedNearTheEnd(happenings, end, last, NEARLY);
  const state = handedIn !== null ? 'finished' : lost !== null ? 'never-submitted' : overdue ? 'overdue' : 'in-progress';
  return { state, at: handedIn ?? lost, kept, endsAt: end === Infinity ? null : end };
}

/** Overdue is whoever is open after the end, or pressed something within the two seconds before it. */
function pressedNearTheEnd(happenings: Happening[], end: number, last: number, nearly: number): boolean {
  return last >= end || happenings.some(({ what, at }) => what === 'press' && at > end - nearly);
}

it('time in an attempt is as a simple model tells it, in a hundred thousand timelines', () => {
  const chance = seeded(SEED);
  const counts = new Map<string, number>();
  for (let index = 0; index < TIMELINES; index++) {
    const one = timeline(chance);
    const last = one.happenings.at(-1)!.at + Math.round(chance() * 4_000_000 * chance());
    const [found, expected] = [played(one, last), told(one, last)];
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error(`${index}: ${JSON.stringify({ one, last, found, expected }, null, 1)}`);
    counts.set(found.state, (counts.get(found.state) ?? 0) + 1);
    // Sweeps and the clock of a device change nothing that is known in the end.
    const others = one.happenings.filter(({ what }) => what !== 'sweep').map((each) => ({ ...each, claim: -each.claim }));
    if (JSON.stringify(played({ ...one, happenings: others }, last)) !== JSON.stringify(found))
      throw new Error(`${index}: a sweep matters`);
  }
  console.log(
    `timelines: seed ${SEED}, ${TIMELINES} timelines, 0 disagreements; ${[...counts].map(([state, count]) => `${state} ${count}`).join(', ')}`,
  );
  expect([...counts.keys()].sort()).toEqual(['finished', 'in-progress', 'never-submitted', 'overdue']);
});
