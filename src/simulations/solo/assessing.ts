/** How a chair that plays itself says how far the room is: the level that the record indicates, looked at again when it is disputed or the room has moved. */
import { assessed } from '../engine/assessing';
import { MOST_ITERATIONS } from '../engine/commands/assessing';
import { phaseOf } from '../engine/phases';
import type { Clause } from '../engine/state';
import { procedure } from './chair';
import type { Log } from './log';
import type { Step } from './step';

export function assessing({ state, scenario }: Log): Step[] {
  if (phaseOf(state, scenario).kind !== 'call') return [];
  const tabled = Object.values(state.clauses).filter((clause) => clause.state === 'tabled');
  return tabled.flatMap((clause) => published(clause, assessed(state, clause.key, state.at, scenario).level));
}

function published({ key, assessment }: Clause, level: NonNullable<Clause['assessment']>['level']): Step[] {
  const why = reason(assessment, level);
  if (!why || (assessment && assessment.iteration >= MOST_ITERATIONS)) return [];
  const words = { phrase: `simulations.chair.${why}` };
  return [procedure({ do: 'publish-assessment', clause: key, level, words, explanation: null }, why)];
}

function reason(assessment: Clause['assessment'], level: string): string | null {
  if (!assessment) return 'level-as-recorded';
  if (assessment.level !== level) return 'room-has-moved';
  const disputed = assessment.challenges.some(({ iteration }) => iteration === assessment.iteration);
  return disputed ? 'challenge-heard' : null;
}
