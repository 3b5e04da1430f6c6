/** Asking the room: whether it is ready for the call, by a hum that names nobody, or by hands. */
import type { Happening, HumBand } from '../events';
import { refuse, type Refused } from '../refusing';
import type { TableState } from '../state';
import { type CommandOf, find, nextId, type Rules, type Table } from './rule';
import { refusesRationale } from './text';

type Names = 'call-consensus' | 'open-hum' | 'close-hum' | 'open-hands' | 'raise-hand' | 'close-hands';

/** Of fewer, a hum would tell who hummed. */
export const LEAST_BALLOTS = 5;

export const POLLS: Rules<Names> = {
  'call-consensus': {
    who: 'delegate',
    unless: ({ state, role }) => (state.calls.includes(role) ? refuse('already-said') : null),
    decide: (_, { role }) => [{ type: 'consensus-called', role }],
  },
  'open-hum': {
    who: 'chair',
    unless: ({ state }) => (Object.values(state.hums).some(({ open }) => open) ? refuse('already-open') : null),
    decide: ({ words, options }, table) =>
      refusesQuestion(options) ??
      refusesRationale(words, table) ?? [{ type: 'hum-opened', id: nextId('h', Object.keys(table.state.hums).length), words, options }],
  },
  'close-hum': { who: 'chair', anything: ({ state }) => isOpen(state.hums), decide: closeHum },
  'open-hands': {
    who: 'chair',
    unless: ({ state }) => (Object.values(state.hands).some(({ open }) => open) ? refuse('already-open') : null),
    decide: ({ words, options }, table) =>
      refusesQuestion(options) ??
      refusesRationale(words, table) ?? [{ type: 'hands-opened', id: nextId('n', Object.keys(table.state.hands).length), words, options }],
  },
  'raise-hand': { who: 'delegate', anything: ({ state }) => isOpen(state.hands), decide: raiseHand },
  'close-hands': {
    who: 'chair',
    anything: ({ state }) => isOpen(state.hands),
    decide: ({ hands: id }, { state }) => {
      const one = find(state.hands, id);
      if (!one) return refuse('nothing-here');
      return one.open ? [closed(id, one)] : refuse('already-closed');
    },
  },
};

function isOpen(polls: Record<string, { open: boolean }>): boolean {
  return Object.values(polls).some(({ open }) => open);
}

function refusesQuestion(options: string[]): Refused | null {
  return options.length > 0 && new Set(options).size === options.length ? null : refuse('nothing-here');
}

/** Ballots are counted here and forgotten: what is kept is how loud it was. */
function closeHum({ hum: id, ballots, present }: CommandOf<'close-hum'>, { state }: Table): Happening[] | Refused {
  const hum = find(state.hums, id);
  if (!hum) return refuse('nothing-here');
  if (!hum.open) return refuse('already-closed');
  const given = (option: string) => ballots.filter((ballot) => ballot.option === option).map(({ value }) => value);
  const voices = Math.max(0, ...hum.options.map((option) => given(option).length));
  const bands = hum.options.map((option) => [option, band(given(option), Math.max(present, voices))]);
  return [{ type: 'hum-closed', id, bands: voices < LEAST_BALLOTS ? null : (Object.fromEntries(bands) as Record<string, HumBand>) }];
}

/** Of all that those present could have hummed (3 each), in whole percent. */
function band(values: readonly number[], present: number): HumBand {
  const sum = values.reduce((total, value) => total + value, 0);
  const percent = Math.floor((100 * sum) / (3 * present));
  if (sum === 0) return 'silence';
  if (percent < 15) return 'faint';
  return percent < 45 ? 'moderate' : 'strong';
}

function raiseHand({ hands: id, option }: CommandOf<'raise-hand'>, { state, role }: Table): Happening[] | Refused {
  const one = find(state.hands, id);
  if (!one) return refuse('nothing-here');
  if (!one.open) return refuse('already-closed');
  if (option !== null && !one.options.includes(option)) return refuse('nothing-here');
  if ((find(one.raised, role) ?? null) === option) return refuse('already-said');
  return [{ type: 'hand-set', id, role, option }];
}

/** Hands sink when the room goes on. */
export function handsClosed({ hands }: TableState): Happening[] {
  return Object.entries(hands).flatMap(([id, one]) => (one.open ? [closed(id, one)] : []));
}

function closed(id: string, { options, raised }: TableState['hands'][string]): Happening {
  const count = (option: string) => Object.values(raised).filter((one) => one === option).length;
  return { type: 'hands-closed', id, counts: Object.fromEntries(options.map((option) => [option, count(option)])) };
}
