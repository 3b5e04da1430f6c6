/** Which attempts are looked at: one of each learner, so that whoever tries often does not count more. */
import type { Counting } from '../../content/quiz-settings';

export const POPULATIONS = ['first', 'counting'] as const;
/** The first attempt, before anybody was told anything; or those that count for the quiz. */
export type Population = (typeof POPULATIONS)[number];

interface Tried {
  personId: string;
  startedAt: Date;
  /** reached of what could be reached */
  share: number | null;
}

/** Of the attempts of one quiz. Where the average counts all do, because no single one of them is the one. */
export function populationOf<T extends Tried>(attempts: readonly T[], population: Population, counting: Counting): T[] {
  if (population === 'counting' && counting === 'average') return [...attempts];
  const better = population === 'first' ? BETTER.first : BETTER[counting as Exclude<Counting, 'average'>];
  const chosen = new Map<string, T>();
  for (const attempt of attempts) {
    const before = chosen.get(attempt.personId);
    if (!before || better(attempt, before)) chosen.set(attempt.personId, attempt);
  }
  return [...chosen.values()];
}

const BETTER: Record<Exclude<Counting, 'average'>, (one: Tried, before: Tried) => boolean> = {
  first: (one, before) => one.startedAt < before.startedAt,
  last: (one, before) => one.startedAt > before.startedAt,
  highest: (one, before) => (one.share ?? 0) > (before.share ?? 0) || (one.share === before.share && one.startedAt < before.startedAt),
};
