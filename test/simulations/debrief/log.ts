import type { ScenarioStructure, Stance, Terms } from '../../../src/content/scenario';
import type { Played } from '../../../src/simulations/debrief/course';
import { fold } from '../../../src/simulations/engine/evolve';
import type { Happening, Level, TableEvent } from '../../../src/simulations/engine/events';
import { sampleScenario } from '../sample-scenario';

export const WORDS = { key: 'x' };

/** A log written by hand: what happened, in order, a second apart. Nothing is asked whether the rules allow it. */
export class HandWritten {
  private readonly events: TableEvent[] = [];
  private at = 0;

  constructor(private readonly scenario: ScenarioStructure = sampleScenario()) {
    for (const { key } of scenario.roles) this.and({ type: 'seat-taken', role: key, holder: { kind: 'script' } });
  }

  and(...happenings: Happening[]): this {
    for (const happening of happenings)
      this.events.push({ ...happening, seq: this.events.length + 1, at: (this.at += 1000), by: 'machine', audience: 'all' });
    return this;
  }

  waits(seconds: number): this {
    this.at += seconds * 1000;
    return this;
  }

  phase(...keys: string[]): this {
    for (const phase of keys)
      this.and({
        type: 'phase-entered',
        phase,
        number: 1 + this.events.filter(({ type }) => type === 'phase-entered').length,
        deadline: null,
      });
    return this;
  }

  says(role: string, length = 10): this {
    return this.and({ type: 'statement-made', id: 's', role, words: WORDS, length });
  }

  amends(id: string, role: string, clause: string, terms: Terms, ...seconds: string[]): this {
    this.and({ type: 'amendment-proposed', id, role, clause, terms, base: 1, words: null });
    return this.and(...seconds.map((second): Happening => ({ type: 'amendment-seconded', id, role: second })));
  }

  accepts(id: string): this {
    const { clause, terms, role } = this.played.state.amendments[id]!;
    return this.and({ type: 'amendment-accepted', id, words: WORDS }).revises(clause, terms, role);
  }

  revises(clause: string, changes: Terms, role: string): this {
    const { revision, terms } = this.played.state.clauses[clause]!;
    return this.and({
      type: 'clause-revised',
      clause,
      revision: revision + 1,
      terms: { ...terms, ...changes },
      class: 'substantive',
      role,
    });
  }

  offers(id: string, role: string, terms: Terms, answers: Record<string, true | string | null> = {}): this {
    this.and({ type: 'package-offered', id, role, terms, words: null });
    for (const [seat, answer] of Object.entries(answers))
      this.and({ type: 'package-answered', id, role: seat, accepts: answer === true, hurts: answer === true ? null : answer });
    return this;
  }

  stands(stance: Stance, clause: string, ...roles: string[]): this {
    const { revision } = this.played.state.clauses[clause]!;
    return this.and(...roles.map((role): Happening => ({ type: 'stance-set', role, clause, revision, stance, words: null })));
  }

  objects(
    id: string,
    role: string,
    clause: string,
    remedy: { slot: string; options: string[] } | null = null,
    written: string | null = null,
  ): this {
    const { revision } = this.played.state.clauses[clause]!;
    return this.and({ type: 'objection-raised', id, role, clause, revision, kind: 'rights', words: WORDS, written, remedy });
  }

  answers(id: string, role: string, answer: string | null = null): this {
    return this.and({ type: 'objection-answered', id, role, kind: 'explains', words: WORDS, answer });
  }

  settles(id: string, role: string, how: Extract<Happening, { type: 'objection-settled' }>['how'], of: string | null = null): this {
    return this.and({ type: 'objection-settled', id, role, how, words: WORDS, of });
  }

  publishes(clause: string, indicative: Level, level: Level, iteration = 1): this {
    return this.and({ type: 'assessment-published', clause, iteration, indicative, level, words: WORDS, explanation: null });
  }

  ends(outcome: 'agreement' | 'no-agreement'): this {
    const terms = Object.assign({}, ...Object.values(this.played.state.clauses).map((clause) => clause.terms)) as Terms;
    return this.and({ type: 'outcome-recorded', outcome, terms, levels: {}, words: null });
  }

  get played(): Played {
    return { events: this.events, scenario: this.scenario, state: fold(this.events, this.scenario) };
  }
}
