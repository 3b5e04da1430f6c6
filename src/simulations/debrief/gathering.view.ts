import { tableSymbols } from '../../web/pictures/symbols';
import { type Scene, spoken } from '../room/scene.view';

/** views/simulations/gathering.hbs: the talk is over, and the team of the table has not opened its debrief yet. */
export function gatheringPage(scene: Scene) {
  return {
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    outcome: scene.view.outcome?.outcome ?? 'no-agreement',
    self: `${scene.address}/debrief/reactions`,
    roomAddress: scene.address,
    recordAddress: `${scene.address}/record`,
  };
}
