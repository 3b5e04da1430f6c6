/** Chance in the hand of a test: the same seed throws the same numbers. */
import type { ScenarioStructure, Terms } from '../../../src/content/scenario';
import { GRACE, nextPhase } from '../../../src/simulations/engine/phases';
import type { TableState } from '../../../src/simulations/engine/state';

export class Dice {
  private texts = 0;

  constructor(
    readonly next: () => number,
    readonly scenario: ScenarioStructure,
  ) {}

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** From somewhere on, and then the others. */
  turned<T>(list: readonly T[]): T[] {
    const from = this.below(list.length);
    return [...list.slice(from), ...list.slice(0, from)];
  }

  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.chance(40));
  }

  /** One that is there; now and then one that is not. */
  key(record: object): string {
    const keys = Object.keys(record);
    return keys.length && !this.chance(4) ? this.of(keys) : this.of(['__proto__', 'x9', '']);
  }

  /** The number that is true; now and then an old one. */
  known(number: number): number {
    return this.chance(6) ? number - 1 : number;
  }

  role(): string {
    return this.of(this.scenario.roles).key;
  }

  words() {
    if (this.chance(10)) return { key: this.of(['statements.who-is-offline', 'statements.cabinet-decides', 'roles.ministry.brief']) };
    return this.chance(10) ? { phrase: 'simulations.chair.in-the-text' } : { ref: `t${++this.texts}` };
  }

  /** The same once more, as somebody would write it anew. */
  inOtherWords<T>(command: T): T {
    return JSON.parse(JSON.stringify(command).replace(/"ref":"t\d+"/g, () => `"ref":"t${++this.texts}"`)) as T;
  }

  wordsOrNone() {
    return this.chance(50) ? this.words() : null;
  }

  terms(clause: string | null): Terms {
    const slots = this.scenario.clauses.filter(({ key }) => clause === null || key === clause).flatMap((one) => one.slots);
    const chosen = slots.length ? [this.of(slots), ...this.some(clause === null ? slots : [])] : [];
    return Object.fromEntries(chosen.map(({ key, options }) => [key, this.of(options)]));
  }

  nextPhase(state: TableState): string {
    return this.chance(15) ? this.of(this.scenario.phases).key : (nextPhase(state, this.scenario)?.key ?? 'debrief');
  }

  /** Seconds mostly; now and then to the very end of something, or beyond it. */
  pause(state: TableState, now: number): number {
    const { deadline } = state.phase;
    if (deadline === null || this.chance(97)) return this.below(this.chance(20) ? 90_000 : 6_000);
    return Math.max(0, deadline + GRACE[state.mode] + this.of([-1, 0, 1]) - now);
  }
}
