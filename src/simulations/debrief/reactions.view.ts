import { resultOf } from '../engine/scoring';
import { named, roleOf, spoken } from '../room/scene.view';
import { frameOf, type LookBack } from './look-back.view';

/** views/simulations/reactions.hbs: out of the role again, how it ended, and the first thoughts before anything is explained. */
export function reactionsPage(back: LookBack) {
  const { scene, played, role } = back;
  const { outcome } = scene.view;
  return {
    ...frameOf(back),
    me: role ? named(scene, role) : null,
    outcome: outcome?.outcome ?? 'no-agreement',
    result: role && scene.view.unsealed.includes('scores') ? resultOf(roleOf(scene.scenario, role), played.state) : null,
    levels: scene.view.clauses
      .filter(({ key }) => outcome?.levels[key])
      .map(({ key }) => ({ clause: spoken(scene.wording.text(`clauses.${key}.title`)), level: outcome!.levels[key]! })),
  };
}
