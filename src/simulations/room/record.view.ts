import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { tableSymbols } from '../../web/pictures/symbols';
import { happeningShown } from './happenings.view';
import { spoken, type Scene } from './scene.view';

const PER_PAGE = 20;

/** views/simulations/record.hbs: everything that happened as far as the viewer may know, in order, a page at a time. Refuses a page that is not there (`NotFound`). */
export function recordPage(scene: Scene, asked: unknown, written: ReadonlySet<string>) {
  const shown = scene.view.events.flatMap(({ number, event }) => {
    const line = happeningShown(scene, event);
    return line ? [{ number, ...line }] : [];
  });
  const count = Math.max(1, Math.ceil(shown.length / PER_PAGE));
  const number = asked === undefined ? count : typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  if (number < 1 || number > count) throw new NotFound();
  const self = `${scene.address}/record`;
  return {
    title: spoken(scene.wording.text('title')),
    symbols: tableSymbols(),
    lines: shown.slice((number - 1) * PER_PAGE, number * PER_PAGE).map(({ own, others, ...line }) => ({
      ...line,
      reporting: others && scene.view.mode !== 'solo' ? `${scene.address}/report?words=${others}` : null,
      erasing: own !== null && written.has(own) && { formId: newId(), action: `${scene.address}/words/${own}/erasure` },
    })),
    pages: {
      number,
      count,
      previous: number > 1 ? `${self}?page=${number - 1}` : null,
      next: number < count ? `${self}?page=${number + 1}` : null,
    },
    roomAddress: scene.address,
  };
}
