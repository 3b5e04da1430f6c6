/** Remembering: which questions are asked today, and what an answer says about how well somebody remembers. */
import { seeded } from '../../kernel/random';

/** How well it was remembered, as FSRS counts: forgotten, with difficulty, well, easily. */
export type Rating = 1 | 2 | 3 | 4;

export function ratingOf({ right, hinted, certain }: { right: boolean; hinted: boolean; certain: boolean }): Rating {
  if (!right) return 1;
  if (hinted) return 2;
  return certain ? 4 : 3;
}

/** At most so many questions a day, whatever is due: who comes back after a month finds five. */
export const A_DAY = 5;

export interface Due {
  id: string;
  dueAt: Date;
  /** how likely it is still known, 0 to 1 */
  retrievability: number;
}

/** What is asked now, the most forgotten first. What does not fit into the day stays due without a word about it. */
export function todays<T extends Due>(cards: readonly T[], answeredToday: number, now: Date): T[] {
  const due = cards.filter(({ dueAt }) => dueAt <= now);
  const inOrder = due.sort((a, b) => a.retrievability - b.retrievability || (a.id < b.id ? -1 : 1));
  return inOrder.slice(0, Math.max(0, A_DAY - answeredToday));
}

/** Parts of an interval beyond so many days, and how far chance may move them: so that what was missed together does not come back together. */
const FUZZ: readonly [from: number, to: number, share: number][] = [
  [2.5, 7, 0.15],
  [7, 20, 0.1],
  [20, Infinity, 0.05],
];

/** An interval in days with a little chance, which follows from the seed. */
export function fuzzed(days: number, seed: string): number {
  if (days < 2.5) return days;
  const most = FUZZ.reduce((sum, [from, to, share]) => sum + share * Math.max(0, Math.min(days, to) - from), 1);
  const [least, last] = [Math.max(2, Math.round(days - most)), Math.round(days + most)];
  return least + Math.floor(seeded(seed)() * (last - least + 1));
}

const DAY_MS = 86_400_000;

export const daysBetween = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / DAY_MS);

export const daysLater = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** The day that began at the last midnight of the person's zone is cut here by the universal one: a day is a day, wherever it begins. */
export const dayStart = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
