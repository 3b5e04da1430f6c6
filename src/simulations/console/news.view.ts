import { newId } from '../../kernel/identifier';
import type { InjectStructure } from '../../content/scenario';
import { named, type Scene, spoken } from '../room/scene.view';

/** News of the scenario that can reach the table: what has come, what will come by itself, and what can be sent or called off now. */
export function newsOf(scene: Scene) {
  const { scenario, view } = scene;
  const calledOff = view.events.flatMap(({ event }) => (event.type === 'inject-cancelled' ? [event.inject] : []));
  const lines = scenario.injects.map((inject, index) => {
    const released = view.injects.find(({ key }) => key === inject.key);
    const state = released ? ('released' as const) : calledOff.includes(inject.key) ? ('called-off' as const) : ('waiting' as const);
    return {
      key: inject.key,
      number: index + 1,
      said: spoken(scene.wording.text(`injects.${inject.key}`)),
      to: inject.to === 'all' ? null : inject.to.map((role) => named(scene, role).name.text),
      state,
      at: released ? new Date(released.at) : null,
      comes: comes(scene, inject),
      releaseFormId: newId(),
      callOffFormId: newId(),
      can: state === 'waiting' && view.can.includes('release-inject'),
    };
  });
  return { lines, used: lines.filter(({ state }) => state === 'released').length, count: lines.length };
}

/** When it comes by itself. */
function comes({ wording }: Scene, { at }: InjectStructure) {
  if ('when' in at) return { phase: null, minute: 0 };
  return { phase: wording.text(`phases.${at.phase}`).text, minute: at.minute };
}
