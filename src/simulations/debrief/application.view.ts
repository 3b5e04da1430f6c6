import { score } from '../engine/scoring';
import { spoken } from '../room/scene.view';
import { frameOf, type LookBack } from './look-back.view';

/** views/simulations/application.hbs: did you get what you came for, and what do you take with you. */
export function applicationPage(back: LookBack) {
  const { scene, played, role, circle } = back;
  const { goals } = score(played.state, role, scene.scenario);
  return {
    ...frameOf(back),
    goals: goals
      .filter(({ visibility }) => visibility !== 'facilitator')
      .map(({ key, met }) => ({
        said: spoken(scene.wording.text(`roles.${role}.goals.${key}`)),
        met: met === null ? 'open' : met ? 'met' : 'missed',
      })),
    rubric: circle?.rubric ?? [],
    counts: back.counts,
    learningAddress: '/learning',
  };
}
