import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import { tableSymbols } from '../../web/pictures/symbols';
import { named, type Scene, spoken } from '../room/scene.view';
import type { TableReport } from './table-report.entity';
import { talkHasBegun } from './talk';

/** views/simulations/report.hbs: telling the team that something went wrong, and what one has told it already. */
export function reportPage(
  scene: Scene,
  mine: readonly TableReport[],
  asked: string | null,
  wrong: { text: string; errors: FormError[] } | null = null,
) {
  const words = asked !== null && scene.texts.has(asked) ? asked : null;
  return {
    errors: wrong?.errors ?? null,
    formId: newId(),
    title: spoken(scene.wording.text('title')),
    action: `${scene.address}/report`,
    roomAddress: scene.address,
    leaveAddress: `${scene.address}/leave`,
    text: wrong?.text ?? '',
    about: words && { words, text: scene.texts.get(words)! },
    reports: mine.map(({ text, at, settledAt }) => ({ text, at, settledAt })),
  };
}

/** views/simulations/leave.hbs: giving up a seat without a reason; for whoever has left, how to leave the role behind. */
export function leavePage(scene: Scene, errors: FormError[] = []) {
  const { view, address, wording } = scene;
  const early = !talkHasBegun(view.phase.kind);
  const empty = view.seats.filter(({ holder, role }) => holder === 'vacant' && role !== view.mine?.role);
  return {
    errors: errors.length ? errors : null,
    leaveFormId: newId(),
    swapFormId: newId(),
    title: spoken(wording.text('title')),
    symbols: tableSymbols(),
    action: `${address}/leave`,
    roomAddress: address,
    reportAddress: `${address}/report`,
    me: view.mine && named(scene, view.mine.role),
    over: view.phase.kind === 'outcome' || view.phase.kind === 'debrief',
    seats: view.mine && early ? empty.map(({ role }) => named(scene, role)) : [],
    late: !early,
  };
}
