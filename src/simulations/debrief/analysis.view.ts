import { renderMarkdown } from '../../content/prose/markdown';
import { directionOf } from '../../kernel/language';
import { changeIn } from '../room/happenings.view';
import { named, type Scene, spoken } from '../room/scene.view';
import { consensusPaths } from './consensus-path';
import { frameOf, type LookBack } from './look-back.view';
import { participation } from './participation';
import { type RoleValue, valueChart } from './value-chart';

/** views/simulations/analysis.hbs: why it went like that. What the text was worth to each, what was left on the table, the chair's judgement, and what happened in reality. */
export function analysisPage(back: LookBack) {
  const { scene, played, role } = back;
  const chart = valueChart(played);
  const reality = scene.wording.text('reality');
  return {
    ...frameOf(back),
    agreed: chart.agreed,
    roles: chart.roles.map((one) => barOf(scene, one)),
    zone: chart.zone,
    better: chart.better && changeIn(scene, differing(chart.better, played.state.outcome?.terms ?? {})),
    below: chart.below,
    paths: consensusPaths(played)
      .filter(({ final }) => final)
      .map(({ clause, final, agreed, points }) => ({
        clause: spoken(scene.wording.text(`clauses.${clause}.title`)),
        final: final!,
        agreed,
        why: points.at(-1)?.why.reason ?? null,
        details: points.at(-1)?.why.details ?? {},
      })),
    talk: participation(played).seats.map(({ role: key, turns }) => ({ who: named(scene, key), turns })),
    mine: named(scene, role),
    opened: scene.view.unsealed.includes('scripts'),
    reality: {
      html: renderMarkdown(reality.text, { idea: '' }).html,
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
    address: `${scene.address}/debrief/roles/${role}`,
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
