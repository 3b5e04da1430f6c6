import { formatList } from '../../languages/formats';
import type { Stance } from '../../content/scenario';
import type { Position } from '../../web/pictures/symbols';
import { type Seat, table, tablePicture } from '../../web/pictures/table';
import type { ClauseView } from '../engine/table-view';
import { named, type Scene } from './scene.view';

export const POSITIONS = { support: 'sup', 'live-with': 'liv', 'stand-aside': 'asd', object: 'obj' } as const satisfies Record<
  Stance,
  Position
>;

/** The seats round a clause, in the scenario's order. The chair takes no side, so nothing lies before that seat. */
export function seatsOn(scene: Scene, clause: Pick<ClauseView, 'stances'>): (Seat & { role: string })[] {
  return scene.view.seats.map(({ role, group, chair, holder }) => {
    const stance = clause.stances.find((each) => each.role === role)?.stance ?? null;
    const { name, sign, mine } = named(scene, role);
    return {
      role,
      group: sign,
      position: chair ? null : stance ? POSITIONS[stance] : 'sil',
      name: name.text ?? group,
      you: mine,
      speaking: scene.view.speaking === role,
      absent: holder === 'vacant',
    };
  });
}

const ORDER: Position[] = ['sup', 'liv', 'asd', 'obj', 'sil'];
/** Phrases of the positions, by sign. */
const POSITION_PHRASES: Record<Position, string> = {
  sup: 'web.position.support',
  liv: 'web.position.live-with',
  asd: 'web.position.stand-aside',
  obj: 'web.position.objection',
  sil: 'web.position.silent',
};

/** Where everybody stands on a clause: the same in a picture, in one sentence and as a list. */
export function stancesOn(scene: Scene, clause: ClauseView) {
  const { say } = scene;
  const seats = seatsOn(scene, clause);
  const list = ORDER.map((position) => ({
    position,
    phrase: POSITION_PHRASES[position],
    names: seats.filter((seat) => seat.position === position).map(({ name, you }) => (you ? say('simulations.you') : name!)),
  })).filter(({ names }) => names.length > 0);
  const label = list.map(({ phrase, names }) => `${say(phrase)}: ${formatList(names, scene.wording.language)}.`).join(' ');
  const objections = seats.filter(({ position }) => position === 'obj').length;
  const drawn = seats.map((seat) => (seat.you ? { ...seat, name: say('simulations.you') } : seat));
  return { label, list, objections, seats: drawn };
}

export const POSITION_OF_STANCE: Record<Stance, string> = {
  support: POSITION_PHRASES.sup,
  'live-with': POSITION_PHRASES.liv,
  'stand-aside': POSITION_PHRASES.asd,
  object: POSITION_PHRASES.obj,
};

/** Room for a name of sixteen letters at either side. */
const WIDTH = 640;

/** The picture with its own symbols; a second one on a page does without. */
export function tableOf(seats: readonly Seat[], label: string, middle: string, below: string, symbols = true): string {
  return (symbols ? tablePicture : table)(seats, { label, middle, below, width: WIDTH });
}
