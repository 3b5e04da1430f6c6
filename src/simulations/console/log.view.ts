import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { tableSymbols } from '../../web/pictures/symbols';
import { refsIn, type TableEvent } from '../engine/events';
import type { Scene } from '../room/scene.view';
import { spoken } from '../room/scene.view';
import type { Facilitated } from '../together/team-table.guard';
import { logged } from './log-lines.view';

const PER_PAGE = 30;

/** What can be looked at alone. */
const ONLY: Record<string, (event: TableEvent) => boolean> = {
  messages: ({ type }) => type === 'message-sent',
  ours: ({ type, by }) => by === 'facilitator' || type === 'inject-released',
};

/** views/simulations/log.hbs: all that happened at a table but its hums, a page at a time; words can be taken out of it. Refuses a page that is not there. */
export function logPage(own: Facilitated, scene: Scene, asked: { page: unknown; only: unknown }) {
  const only = typeof asked.only === 'string' && Object.hasOwn(ONLY, asked.only) ? asked.only : '';
  const wanted = only ? ONLY[only]! : () => true;
  const lines = scene.view.events.flatMap(({ event }) => (wanted(event) ? [{ event, line: logged(scene, event) }] : []));
  const shown = lines.flatMap(({ event, line }) => (line ? [{ event, line }] : []));
  const count = Math.max(1, Math.ceil(shown.length / PER_PAGE));
  const { page } = asked;
  const number = page === undefined ? count : typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 0;
  if (number < 1 || number > count) throw new NotFound();
  const self = `${scene.address}/log?${only ? `only=${only}&` : ''}`;
  return {
    title: spoken(scene.wording.text('title')),
    name: own.table.name,
    symbols: tableSymbols(),
    consoleAddress: scene.address,
    tabs: ['', ...Object.keys(ONLY)].map((key) => ({
      key: key || 'all',
      current: key === only,
      address: `${scene.address}/log${key ? `?only=${key}` : ''}`,
    })),
    only: only || 'all',
    lines: shown.slice((number - 1) * PER_PAGE, number * PER_PAGE).map(({ event, line }) => ({ ...line, removal: removal(scene, event) })),
    pages: {
      number,
      count,
      previous: number > 1 ? `${self}page=${number - 1}` : null,
      next: number < count ? `${self}page=${number + 1}` : null,
    },
  };
}

/** Of words that somebody wrote, and that are still there. */
function removal({ texts, address }: Scene, event: TableEvent) {
  const [ref] = refsIn(event).filter((one) => texts.has(one));
  return ref === undefined ? null : { formId: newId(), action: `${address}/words/${ref}/removal` };
}
