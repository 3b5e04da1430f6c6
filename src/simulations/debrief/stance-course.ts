/** Where every seat stood on a clause when each phase ended: the course of a consensus, for looking back. */
import type { Stance } from '../../content/scenario';
import { evolve } from '../engine/evolve';
import { initial } from '../engine/initial';
import type { TableState } from '../engine/state';
import { delegatesOf, type Played } from './course';

export interface StanceCourse {
  clause: string;
  /** phases in which somebody could take a position */
  phases: string[];
  seats: { role: string; stances: (Stance | null)[] }[];
}

const TELLING: string[] = ['round', 'last-reading', 'call'];

export function stanceCourses(played: Played): StanceCourse[] {
  const { scenario } = played;
  const ends = phaseEnds(played);
  return scenario.clauses
    .filter(({ key }) => played.state.clauses[key]!.state !== 'held')
    .map(({ key }) => ({
      clause: key,
      phases: ends.map(({ phase }) => phase),
      seats: delegatesOf(played).map(({ key: role }) => ({
        role,
        stances: ends.map(({ state }) => state.clauses[key]!.stances[role]?.stance ?? null),
      })),
    }));
}

/** The table as it stood when each of those phases was left, the last one as the talk ended. */
function phaseEnds({ events, scenario }: Played): { phase: string; state: TableState }[] {
  const found: { phase: string; state: TableState }[] = [];
  let [state, last] = [initial(scenario), 0];
  for (const event of events) {
    const { key, number } = state.phase;
    const telling = TELLING.includes(scenario.phases.find((phase) => phase.key === key)?.kind ?? '');
    const ends = event.type === 'phase-entered' || event.type === 'outcome-recorded';
    if (telling && ends && number !== last) {
      found.push({ phase: key, state });
      last = number; // an outcome in the midst of a phase ends it; leaving it afterwards is no second end
    }
    state = evolve(state, event, scenario);
  }
  return found;
}
