/** Waiting, speaking, and a word in private. */
import type { Happening } from '../events';
import { nextSpeaker, turnOf } from '../floor';
import { GRACE } from '../phases';
import { refusesMore } from '../quota';
import { refuse, type Refused } from '../refusing';
import { unsayable } from '../words';
import { type CommandOf, find, isChair, isHeld, isOutside, nextId, type Rules, type Table } from './rule';

export const FLOOR: Rules<'join-queue' | 'leave-queue' | 'give-floor' | 'end-turn' | 'speak' | 'send-message'> = {
  'join-queue': {
    who: 'seat',
    unless: (table) =>
      elsewhere(table) ?? (isSpeaking(table) ? refuse('already-speaking') : isWaiting(table) ? refuse('already-in-queue') : null),
    decide: ({ remote }, { role }) => [{ type: 'queue-joined', role, remote }],
  },
  'leave-queue': {
    who: 'seat',
    unless: (table) => (isWaiting(table) ? null : refuse('not-in-queue')),
    decide: (_, { role }) => [{ type: 'queue-left', role }],
  },
  'give-floor': {
    who: 'chair',
    unless: (table) =>
      elsewhere(table) ?? (table.state.floor.speaking ? refuse('floor-taken', { role: table.state.floor.speaking.role }) : null),
    decide: giveFloor,
  },
  'end-turn': {
    who: 'anybody',
    unless: (table) => {
      const { speaking } = table.state.floor;
      if (!speaking) return refuse('nobody-speaking');
      return isOutside(table) || isChair(table, table.role) || speaking.role === table.role ? null : refuse('chair-only');
    },
    decide: (_, { state }) => [{ type: 'floor-ended', role: state.floor.speaking!.role, reason: 'done' }],
  },
  speak: { who: 'seat', unless: waitsForFloor, decide: speak },
  'send-message': { who: 'seat', decide: message },
};

/** Only where people sit together they have to take turns. */
function elsewhere({ state }: Table): Refused | null {
  return state.mode === 'live' ? null : refuse('no-floor-here');
}

const isSpeaking = ({ state, role }: Table) => state.floor.speaking?.role === role;
const isWaiting = ({ state, role }: Table) => state.floor.queue.some((turn) => turn.role === role);

function giveFloor({ role: wanted, longer = {} }: CommandOf<'give-floor'>, table: Table): Happening[] | Refused {
  const { state, scenario, at } = table;
  const next = nextSpeaker(scenario.floor, state.floor, scenario.roles);
  const role = wanted ?? next;
  if (!state.floor.queue.length) return refuse('nobody-waiting');
  if (role === null) return refuse('name-somebody');
  if (!state.floor.queue.some((turn) => turn.role === role)) return refuse('not-in-queue');
  // The facilitator may help somebody to a word out of turn; the chair keeps to the policy that the table agreed to.
  if (next !== null && role !== next && !isOutside(table)) return refuse('floor-order', { next });
  return [{ type: 'floor-given', role, until: at + turnOf(role, longer) }];
}

function waitsForFloor(table: Table): Refused | null {
  const { state, role } = table;
  if (state.mode !== 'live' || isSpeaking(table) || isChair(table, role)) return null;
  return refuse('wait-for-the-floor');
}

/** A statement is a turn: whoever has the floor gives it back with it. */
function speak({ words, length }: CommandOf<'speak'>, table: Table): Happening[] | Refused {
  const { state, role, at } = table;
  const speaking = isSpeaking(table) ? state.floor.speaking! : null;
  if (speaking?.until && at > speaking.until + GRACE[state.mode]) return refuse('turn-over');
  const refused = unsayable(words, table) ?? refusesMore(length, table);
  if (refused) return refused;
  const said: Happening = { type: 'statement-made', id: nextId('s', state.statements.length), role, words, length };
  return speaking ? [said, { type: 'floor-ended', role, reason: 'done' }] : [said];
}

function message({ to, words }: CommandOf<'send-message'>, table: Table): Happening[] | Refused {
  const { state, role } = table;
  const others = [...new Set(to)].filter((one) => one !== role).sort();
  if (!others.length || !others.every((one) => isHeld(find(state.seats, one)))) return refuse('nobody-there');
  return unsayable(words, table) ?? [{ type: 'message-sent', from: role, to: others, words }];
}
