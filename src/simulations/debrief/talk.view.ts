/** Who spoke, how much, and how evenly: for a page of the debrief. */
import { named, type Scene, signOf } from '../room/scene.view';
import type { Played } from './course';
import { participation } from './participation';

export function talkShown(scene: Scene, played: Played) {
  const { seats, groups, unevenness, spoke, quietest, first } = participation(played);
  const most = Math.max(1, ...seats.map(({ turns }) => turns));
  return {
    seats: seats.map(({ role, turns, words }) => ({ who: named(scene, role), turns, words, bar: Math.floor((turns * 100) / most) })),
    groups: groups.map(({ group, share }) => ({ group, sign: signOf(group), share: share ?? 0 })),
    uneven: unevenness.turns,
    spoke: spoke.seats,
    of: spoke.of,
    quietest: quietest && { group: quietest.group, beside: quietest.beside, share: quietest.percent / 100 },
    first: first.map((role) => scene.wording.text(`roles.${role}.name`).text),
  };
}
