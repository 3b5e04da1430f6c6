import { scenarioProse } from '../../content/prose/scenario-prose';
import { directionOf } from '../../kernel/language';
import { changeIn } from '../room/happenings.view';
import type { Level } from '../engine/events';
import { named, type RoleNamed, type Scene, spoken } from '../room/scene.view';
import { type ConsensusPath, consensusPaths, type PathPoint } from './consensus-path';
import type { Played } from './course';
import { frameOf, type LookBack } from './look-back.view';
import { movesShown } from './moves.view';
import { talkShown } from './talk.view';
import { type RoleValue, valueChart } from './value-chart';

/** views/simulations/analysis.hbs: why it went like that. What the text was worth to each, what was left on the table, the chair's judgement, and what happened in reality. */
export function analysisPage(back: LookBack) {
  const { scene, played } = back;
  return { ...frameOf(back), ...reasons(scene, played, unsealedIn(scene)) };
}

/** Whether what seats wanted is unsealed: their scripts, and what came of them. */
export function unsealedIn({ view: { unsealed } }: Scene): boolean {
  return unsealed.includes('scripts') && unsealed.includes('scores');
}

/** The same on the screen and on paper. What nobody has unsealed is not in it, except for the team, who know it anyway. */
export function reasons(scene: Scene, played: Played, open: boolean) {
  return {
    values: open ? valuesShown(scene, played) : null,
    paths: consensusPaths(played)
      .filter(({ final }) => final)
      .map((path) => pathShown(scene, path)),
    talk: talkShown(scene, played),
    moves: movesShown(scene, played, open),
    ...realityOf(scene),
  };
}

/** What the end was worth to each seat by its script, and what was left on the table. */
export function valuesShown(scene: Scene, played: Played) {
  const chart = valueChart(played);
  return {
    agreed: chart.agreed,
    openable: scene.view.unsealed.includes('scripts'),
    roles: chart.roles.map((one) => barOf(scene, one)),
    zone: chart.zone,
    better: chart.better && changeIn(scene, differing(chart.better, played.state.outcome?.terms ?? {})),
    below: chart.below,
  };
}

/** What the chair said each time beside what the evidence showed then, and who disputed it. */
function pathShown(scene: Scene, { clause, final, agreed, points }: ConsensusPath) {
  return {
    clause: spoken(scene.wording.text(`clauses.${clause}.title`)),
    final: final!,
    agreed,
    why: points.at(-1)?.why.reason ?? null,
    details: points.at(-1)?.why.details ?? {},
    points: points.flatMap((point) => pointShown(scene, point)),
  };
}

interface PointShown {
  /** who disputed it; null for what the chair said */
  who: RoleNamed | null;
  level: Level | null;
  evidence: Level | null;
  same: boolean;
}

function pointShown(scene: Scene, point: PathPoint): PointShown[] {
  if (point.kind === 'challenged') return [{ who: named(scene, point.role), level: null, evidence: null, same: false }];
  if (point.kind !== 'published') return [];
  const { level, indicative } = point;
  return [{ who: null, level, evidence: indicative, same: level === indicative }];
}

function realityOf(scene: Scene) {
  const reality = scene.wording.text('reality');
  return {
    reality: {
      html: scenarioProse(reality.text),
      language: reality.language,
      direction: directionOf(reality.language),
    },
    sources: Array.from({ length: scene.scenario.sources }, (_, index) => spoken(scene.wording.text(`sources.${index + 1}`))),
  };
}

/** A bar from nothing to the most that any text gives, with a mark at what the seat has without the others. All of it on the seat's own scale. */
function barOf(scene: Scene, { role, got, reservation, most, better, result }: RoleValue) {
  const share = (value: number) => (most > 0 ? Math.min(100, Math.max(0, Math.floor((value * 100) / most))) : 0);
  return {
    who: named(scene, role),
    /** the page of a seat is for those who have a place at the table; its team has all briefs on one page */
    address: scene.view.unsealed.includes('scripts') && scene.viewer !== 'facilitator' ? `${scene.address}/debrief/roles/${role}` : null,
    got,
    reservation,
    most,
    better,
    result,
    bar: share(got),
    mark: share(reservation),
    betterMark: better === null ? null : share(better),
  };
}

function differing(terms: Readonly<Record<string, string>>, from: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(terms).filter(([slot, option]) => from[slot] !== option));
}
