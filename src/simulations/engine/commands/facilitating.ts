/** What comes from outside the play: announcements, a word to one seat, a note to oneself. */
import type { Happening } from '../events';
import { waitingInjects } from '../injects';
import { refuse, type Refused } from '../refusing';
import { find, isHeld, type Rules, type Table } from './rule';

export const FACILITATING: Rules<'release-inject' | 'cancel-inject' | 'nudge' | 'annotate'> = {
  'release-inject': {
    who: 'facilitator',
    anything: isWaiting,
    decide: ({ inject }, table) => onWaiting(inject, table, ({ to }) => ({ type: 'inject-released', inject, to })),
  },
  'cancel-inject': {
    who: 'facilitator',
    anything: isWaiting,
    decide: ({ inject }, table) => onWaiting(inject, table, () => ({ type: 'inject-cancelled', inject })),
  },
  nudge: {
    who: 'facilitator',
    decide: ({ to, words }, { state }) => (isHeld(find(state.seats, to)) ? [{ type: 'nudge-sent', to, words }] : refuse('nobody-there')),
  },
  annotate: { who: 'facilitator', decide: ({ words }) => [{ type: 'annotation-added', words }] },
};

function isWaiting({ state, scenario }: Table): boolean {
  return waitingInjects(state, scenario).length > 0;
}

function onWaiting(
  key: string,
  { state, scenario }: Table,
  happening: (inject: { to: 'all' | string[] }) => Happening,
): Happening[] | Refused {
  const inject = scenario.injects.find((one) => one.key === key);
  const before = find(state.injects, key);
  if (!inject) return refuse('nothing-here');
  if (before) return refuse(before.state === 'released' ? 'already-released' : 'already-cancelled');
  return [happening(inject)];
}
