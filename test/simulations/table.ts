import type { ScenarioStructure, Stance, Terms } from '../../src/content/scenario';
import type { Level, Ruling } from '../../src/simulations/engine/events';
import { initial } from '../../src/simulations/engine/initial';
import type { Amendment, Clause, Objection, TableState } from '../../src/simulations/engine/state';

/** A table made by hand: every seat of the scenario taken, and whatever a test lays on it. */
export class HandMade {
  readonly state: TableState;

  constructor(readonly scenario: ScenarioStructure) {
    const empty = initial(scenario);
    const seats = Object.values(empty.seats).map((seat) => [seat.role, { ...seat, holder: { kind: 'script' as const } }]);
    this.state = { ...empty, seats: Object.fromEntries(seats) };
  }

  speaks(role: string, times = 1): this {
    for (let n = 0; n < times; n++)
      this.state.statements.push({ id: `s${this.state.statements.length + 1}`, role, words: { key: 'x' }, length: 5, phase: 1, at: 0 });
    return this;
  }

  turns(role: string, times = 1): this {
    for (let n = 0; n < times; n++) this.state.floor.turns.push({ role, remote: false });
    return this;
  }

  objects(role: string, about: Partial<Objection> & { by?: string[] } = {}): this {
    const { by = [], ...given } = about;
    const id = `o${Object.keys(this.state.objections).length + 1}`;
    const answers = by.map((one) => ({ role: one, kind: 'explains' as const, words: { key: 'x' }, answer: null, at: 5 }));
    this.state.objections[id] = {
      ...{
        id,
        version: 1,
        role,
        joined: [],
        clause: 'orders',
        revision: 1,
        kind: 'rights',
        words: { key: 'x' },
        written: null,
        remedy: null,
      },
      ...{ answers, state: answers.length ? 'answered' : 'open', of: null, rationale: null, settledBy: null, capitulation: false, at: 1 },
      ...{ settledAt: null, settledRevision: null, ...given },
    };
    return this;
  }

  ruled(id: string, state: Ruling | 'withdrawn', of: string | null = null): this {
    Object.assign(this.state.objections[id]!, { state, of, settledAt: 9 });
    return this;
  }

  amends(role: string, terms: Terms, seconds: string[] = [], state: Amendment['state'] = 'proposed'): this {
    const id = `a${Object.keys(this.state.amendments).length + 1}`;
    this.state.amendments[id] = { id, role, clause: 'orders', terms, base: 1, words: null, seconds, state, rationale: null, at: 0 };
    return this;
  }

  stands(role: string, stance: Stance, reason = false, clause = 'orders'): this {
    this.state.clauses[clause]!.stanceHistory.push({ role, stance, revision: 1, words: reason ? { key: 'x' } : null, at: 0 });
    return this;
  }

  finds(clause: string, level: Level, final = true): this {
    const assessment: Clause['assessment'] = {
      ...{ iteration: 1, indicative: level, level, words: { key: 'x' }, explanation: null, challenges: [], final, at: 0 },
    };
    this.state.clauses[clause]!.assessment = assessment;
    return this;
  }

  ends(outcome: 'agreement' | 'no-agreement', terms: Terms): this {
    this.state.outcome = { outcome, terms, levels: {}, words: null, at: 10 };
    return this;
  }

  leaves(...roles: string[]): this {
    for (const role of roles) this.state.seats[role]!.holder = { kind: 'vacant' };
    return this;
  }
}
