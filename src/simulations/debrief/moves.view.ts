/** Who moved in which round: for a page of the debrief. What a move cost is part of a script, and shown when scripts are open. */
import { named, type Scene } from '../room/scene.view';
import { concessions } from './concessions';
import type { Played } from './course';

export function movesShown(scene: Scene, played: Played, scriptsOpen: boolean) {
  const { rounds, roles } = concessions(played);
  return {
    rounds: Array.from({ length: rounds }, (_, index) => index + 1),
    costs: scriptsOpen,
    any: roles.some(({ moves }) => moves.length > 0),
    roles: roles.map(({ role, byRound, gave, got }) => ({
      who: named(scene, role),
      byRound: byRound.slice(1).map(({ moves }) => moves),
      gave: scriptsOpen ? gave : null,
      got: scriptsOpen ? got : null,
    })),
  };
}
