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

/** The attempts of one quiz are shown to it one by one. Where the average counts it keeps all, because no single one of them is the one. */
export class Chooser<T extends Tried> {
  private readonly everybody: T[] = [];
  private readonly best = new Map<string, T>();
  private readonly better: Better | null;

  constructor(population: Population, counting: Counting) {
    const by = population === 'first' ? 'first' : counting;
    this.better = by === 'average' ? null : BETTER[by];
  }

  look(attempt: T): void {
    if (!this.better) return void this.everybody.push(attempt);
    const before = this.best.get(attempt.personId);
    if (!before || this.better(attempt, before)) this.best.set(attempt.personId, attempt);
  }

  chosen(): Iterable<T> {
    return this.better ? this.best.values() : this.everybody;
  }
}

type Better = (one: Tried, before: Tried) => boolean;

const BETTER: Record<Exclude<Counting, 'average'>, Better> = {
  first: (one, before) => one.startedAt < before.startedAt,
  last: (one, before) => one.startedAt > before.startedAt,
  highest: (one, before) => (one.share ?? 0) > (before.share ?? 0) || (one.share === before.share && one.startedAt < before.startedAt),
};
