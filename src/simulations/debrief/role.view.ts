import { scenarioProse } from '../../content/prose/scenario-prose';
import { NotFound } from '../../kernel/not-found';
import { directionOf } from '../../kernel/language';
import { tableSymbols } from '../../web/pictures/symbols';
import { score } from '../engine/scoring';
import { slotName } from '../room/floor.view';
import { named, type Scene, spoken } from '../room/scene.view';
import type { LookBack } from './look-back.view';

/** views/simulations/role.hbs: a seat's opened brief, what it wanted, and why it did what it did. Refuses (`NotFound`) what is not opened. */
export function rolePage({ scene, played }: LookBack, role: string) {
  const structure = scene.scenario.roles.find(({ key }) => key === role);
  if (!structure || !scene.view.unsealed.includes('scripts')) throw new NotFound();
  const brief = scene.wording.text(`roles.${role}.brief`);
  return {
    title: spoken(scene.wording.text('title')),
    symbols: tableSymbols(),
    who: named(scene, role),
    line: spoken(scene.wording.text(`roles.${role}.public`)),
    brief: { html: scenarioProse(brief.text), language: brief.language, direction: directionOf(brief.language) },
    goals: score(played.state, role, scene.scenario)
      .goals.filter(({ visibility }) => visibility !== 'facilitator')
      .map(({ key, met }) => ({
        said: spoken(scene.wording.text(`roles.${role}.goals.${key}`)),
        met: met === null ? 'open' : met ? 'met' : 'missed',
      })),
    reasons: scene.view.reasons.filter((one) => one.role === role).map(({ move, why }) => reasonShown(scene, move, why)),
    back: `${scene.address}/debrief/analysis`,
  };
}

/** A move by the command it was, and why: a red line, a rule of the script, what the text was worth, or the procedure. */
export function reasonShown(scene: Scene, move: string, why: Scene['view']['reasons'][number]['why']) {
  const [command = ''] = move.split(':');
  const slot =
    why.of && scene.scenario.clauses.some(({ slots }) => slots.some(({ key }) => key === why.of)) ? slotName(scene, why.of) : null;
  return {
    did: `simulations.did.${command}`,
    because: `simulations.because.${why.by}${why.by === 'utility' && why.utility !== null && why.threshold !== null ? (why.utility >= why.threshold ? '-enough' : '-short') : ''}`,
    values: { utility: why.utility ?? 0, threshold: why.threshold ?? 0, slot: slot?.text ?? '' },
    slot: slot?.text ?? null,
  };
}
