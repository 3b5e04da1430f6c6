/** How far the room was on each clause as the play went on: what the evidence indicated, what the chair said, and who disputed it. */
import type { StakeholderGroup } from '../../content/scenario';
import { assessed } from '../engine/assessing';
import { agreeing, type Assessment, rank } from '../engine/consensus';
import type { Level, TableEvent, Words } from '../engine/events';
import { evolve } from '../engine/evolve';
import { initial } from '../engine/initial';
import type { TableState } from '../engine/state';
import { smallMinority } from '../engine/presets/parameters';
import { course, type Moment, type Played, type Step } from './course';

export type PathPoint = Moment & { revision: number; indicative: Level; why: Assessment['why']; against: StakeholderGroup[] } & (
    | { kind: 'phase-ended' }
    | { kind: 'published'; level: Level; iteration: number; words: Words; explanation: Words | null; distance: number }
    | { kind: 'challenged'; level: Level; role: string; words: Words }
    | { kind: 'final'; level: Level; distance: number }
  );

export interface ConsensusPath {
  clause: string;
  points: PathPoint[];
  /** null while the chair has not made it final */
  final: Level | null;
  agreed: boolean;
  /** how many ranks of the preset lie between the chair's last word and the evidence it saw; null when it said nothing */
  distance: number | null;
  challenges: number;
  /** amendments kept beside the text as alternatives; `few` when no more stand behind one than a small minority of the room */
  alternatives: { amendment: string; role: string; with: string[]; few: boolean }[];
}

/** Phases in which somebody can say where he stands. */
const TELLING = ['round', 'last-reading', 'call'];

export function consensusPaths(played: Played): ConsensusPath[] {
  const { scenario, state: end } = played;
  const points = pointsOf(played);
  return scenario.clauses.map(({ key }) => {
    const own = points.filter(({ clause }) => clause === key).map(({ point }) => point);
    const said = own.findLast((point) => point.kind === 'published');
    const { assessment } = end.clauses[key]!;
    const final = assessment?.final ? assessment.level : null;
    const small = smallMinority(assessed(end, key, end.at, scenario).counts.decided);
    const promoted = Object.values(end.amendments).filter(({ clause, state }) => clause === key && state === 'promoted');
    return {
      clause: key,
      points: own,
      final,
      agreed: final !== null && agreeing(final, scenario.preset),
      distance: said?.distance ?? null,
      challenges: own.filter(({ kind }) => kind === 'challenged').length,
      alternatives: promoted.map(({ id, role, seconds }) => ({ amendment: id, role, with: seconds, few: 1 + seconds.length <= small })),
    };
  });
}

function pointsOf(played: Played): { clause: string; point: PathPoint }[] {
  const { scenario } = played;
  const found: { clause: string; point: PathPoint }[] = [];
  let [state, last] = [initial(scenario), null as Moment | null];
  for (const step of course(played)) {
    if (step.event.type === 'phase-entered' && last) found.push(...ended(state, { ...last, at: step.event.at }, played));
    const said = told(step, state, played);
    if (said) found.push(said);
    state = evolve(state, step.event, scenario);
    last = step.moment;
  }
  return found;
}

/** Where the room is on every clause on the table when a phase is over. */
function ended(state: TableState, moment: Moment, { scenario }: Played): { clause: string; point: PathPoint }[] {
  const kind = scenario.phases.find(({ key }) => key === moment.phase)?.kind ?? '';
  if (!TELLING.includes(kind)) return [];
  const tabled = Object.values(state.clauses).filter((clause) => clause.state === 'tabled' || clause.state === 'adopted');
  return tabled.map(({ key }) => ({ clause: key, point: { ...seen(state, key, moment, scenario), kind: 'phase-ended' } }));
}

function told({ event, moment }: Step, state: TableState, { scenario }: Played): { clause: string; point: PathPoint } | null {
  if (!isTold(event)) return null;
  const { clause } = event;
  const now = seen(state, clause, moment, scenario);
  const before = state.clauses[clause]!.assessment;
  const apart = (level: Level, indicative: Level) => Math.abs(rank(level, scenario.preset) - rank(indicative, scenario.preset));
  if (event.type === 'assessment-published') {
    const { level, indicative, iteration, words, explanation } = event;
    return {
      clause,
      point: { ...now, kind: 'published', indicative, level, iteration, words, explanation, distance: apart(level, indicative) },
    };
  }
  if (event.type === 'assessment-final')
    return { clause, point: { ...now, kind: 'final', level: event.level, distance: apart(event.level, now.indicative) } };
  return { clause, point: { ...now, kind: 'challenged', level: before?.level ?? now.indicative, role: event.role, words: event.words } };
}

type Told = Extract<TableEvent, { type: 'assessment-published' | 'assessment-challenged' | 'assessment-final' }>;

function isTold(event: TableEvent): event is Told {
  return event.type === 'assessment-published' || event.type === 'assessment-challenged' || event.type === 'assessment-final';
}

function seen(state: TableState, clause: string, moment: Moment, scenario: Played['scenario']) {
  const { level: indicative, why, against } = assessed(state, clause, moment.at, scenario);
  return { ...moment, revision: state.clauses[clause]!.revision, indicative, why, against };
}
