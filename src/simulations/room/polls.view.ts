import type { TableState } from '../engine/state';
import { LOUDNESS, SIDES } from '../hums/ballots';
import { hasPassed } from '../hums/humming';
import { newId } from '../../kernel/identifier';
import { named, said, type Scene, typedIn } from './scene.view';
import { phaseEnd } from './windows.view';

const SHOWN = 3;

/** What the room was asked: hums, of which nobody knows who hummed, and shows of hands, which everybody sees. */
export function pollsOf(scene: Scene) {
  const { view } = scene;
  const can = (command: string) => view.can.includes(command);
  const takesSide = view.mine !== null && view.mine.briefed && !view.seats.some(({ role, chair }) => chair && role === view.mine?.role);
  const events = view.events.map(({ event }) => event);
  const asking = (form: 'hum' | 'hands', command: string) => {
    const typed = typedIn(scene, form);
    return { can: can(command), formId: newId(), open: typed !== null, text: typed?.['text'] ?? '' };
  };
  const humming = typedIn(scene, 'humming');
  const asked = Object.keys(view.hums).length + Object.keys(view.hands).length > 0;
  const end = phaseEnd(view);
  return {
    end,
    any: asked || can('open-hum') || can('open-hands'),
    hum: asking('hum', 'open-hum'),
    hands: asking('hands', 'open-hands'),
    hums: newestFirst(view.hums).map(([id, { words, bands, open }]) => ({
      id,
      said: said(scene, words),
      open: open && !hasPassed(events, id),
      formId: newId(),
      closeFormId: newId(),
      canHum: takesSide && open && !hasPassed(events, id) && !view.paused,
      hummed: scene.hummed.has(id),
      sides: SIDES.map((side) => ({
        side,
        options: LOUDNESS.map((value) => ({ value, chosen: humming?.[side] === String(value) })),
      })),
      canClose: open && can('close-hum'),
      loud: open ? [] : SIDES.map((side) => ({ side, band: bands?.[side] ?? null })),
    })),
    shows: newestFirst(view.hands).map(([id, { words, raised, open }]) => ({
      id,
      said: said(scene, words),
      open,
      formId: newId(),
      closeFormId: newId(),
      canRaise: open && can('raise-hand'),
      canClose: open && can('close-hands'),
      raised: raised[view.mine?.role ?? ''] ?? null,
      sides: SIDES.map((side) => ({ side, who: sideOf(scene, raised, side) })),
    })),
  };
}

type Polls = TableState['hums'] | TableState['hands'];

const newestFirst = <T extends Polls>(polls: T) => (Object.entries(polls) as [string, T[string]][]).slice(-SHOWN).reverse();

function sideOf(scene: Scene, raised: Record<string, string>, side: string) {
  const roles = Object.entries(raised).filter(([, option]) => option === side);
  return roles.map(([role]) => named(scene, role));
}
