import { NotFound } from '../../../kernel/not-found';
import { tableSymbols } from '../../../web/pictures/symbols';
import { happeningShown } from '../../room/happenings.view';
import { type Scene, spoken } from '../../room/scene.view';
import { type Layer, layerOf, LAYERS } from '../timeline';

const PER_PAGE = 40;

/**
 * views/simulations/timeline.hbs: what happened in layers, of which one can be looked at alone, a page at a time. `role` is '' for somebody who
 * looked on. Refuses a page that is not there (`NotFound`).
 */
export function timelinePage(scene: Scene, role: string, layer: Layer | null, asked: unknown) {
  const self = `${scene.address}/debrief/timeline`;
  const lines = scene.view.events.flatMap(({ event }) => {
    const line = happeningShown(scene, event);
    const own = layerOf(event, role);
    return line && (layer === null || layer === own) ? [{ ...line, layer: own, erasing: null, secret: false }] : [];
  });
  const count = Math.max(1, Math.ceil(lines.length / PER_PAGE));
  const number = asked === undefined ? 1 : typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  if (number < 1 || number > count) throw new NotFound();
  const page = (to: number) => `${self}?${layer ? `layer=${layer}&` : ''}page=${to}`;
  return {
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    lines: lines.slice((number - 1) * PER_PAGE, number * PER_PAGE),
    pages: { number, count, previous: number > 1 ? page(number - 1) : null, next: number < count ? page(number + 1) : null },
    layers: [null, ...LAYERS].map((one) => ({
      phrase: `debriefing.layer.${one ?? 'all'}`,
      address: one ? `${self}?layer=${one}` : self,
      current: one === layer,
    })),
    back: `${scene.address}/debrief/description`,
  };
}
