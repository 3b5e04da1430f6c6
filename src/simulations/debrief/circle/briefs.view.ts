import { scenarioProse } from '../../../content/prose/scenario-prose';
import { directionOf } from '../../../kernel/language';
import { tableSymbols } from '../../../web/pictures/symbols';
import { score } from '../../engine/scoring';
import { named, type Scene, spoken } from '../../room/scene.view';
import type { Played } from '../course';

/** views/simulations/briefs.hbs: every brief side by side, once they are opened, with what each seat came for and got. */
export function briefsPage(scene: Scene, played: Played) {
  return {
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    roles: scene.scenario.roles.map(({ key }) => {
      const brief = scene.wording.text(`roles.${key}.brief`);
      return {
        who: named(scene, key),
        line: spoken(scene.wording.text(`roles.${key}.public`)),
        brief: { html: scenarioProse(brief.text), language: brief.language, direction: directionOf(brief.language) },
        goals: goalsOf(scene, played, key),
      };
    }),
    back: `${scene.address}/debrief/analysis`,
  };
}

/** What a seat came for and got; nothing where nobody sat. */
function goalsOf(scene: Scene, played: Played, key: string) {
  if (played.state.seats[key]!.holder.kind === 'vacant') return [];
  return score(played.state, key, scene.scenario).goals.map(({ key: goal, met }) => ({
    said: spoken(scene.wording.text(`roles.${key}.goals.${goal}`)),
    met: met === null ? 'open' : met ? 'met' : 'missed',
  }));
}
