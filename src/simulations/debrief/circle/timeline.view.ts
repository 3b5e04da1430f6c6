import { tableSymbols } from '../../../web/pictures/symbols';
import { happeningShown } from '../../room/happenings.view';
import { type Scene, spoken } from '../../room/scene.view';
import { type Layer, layerOf, LAYERS } from '../timeline';

/** views/simulations/timeline.hbs: what happened in layers, of which one can be looked at alone. `role` is '' for somebody who looked on. */
export function timelinePage(scene: Scene, role: string, layer: Layer | null) {
  const self = `${scene.address}/debrief/timeline`;
  const lines = scene.view.events.flatMap(({ event }) => {
    const line = happeningShown(scene, event);
    const own = layerOf(event, role);
    return line && (layer === null || layer === own) ? [{ ...line, layer: own, erasing: null, secret: false }] : [];
  });
  return {
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    lines,
    layers: [null, ...LAYERS].map((one) => ({
      phrase: `debriefing.layer.${one ?? 'all'}`,
      address: one ? `${self}?layer=${one}` : self,
      current: one === layer,
    })),
    back: `${scene.address}/debrief/description`,
  };
}
