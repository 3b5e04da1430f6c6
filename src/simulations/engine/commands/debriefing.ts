/** After the play: opening what was sealed, striking out what one wrote, being done. */
import type { UnsealPolicy } from '../../../content/scenario';
import { refuse } from '../refusing';
import { find, isOutside, type Rules } from './rule';

type Scope = 'briefs' | 'channels' | 'scripts' | 'scores';

/** What was announced before anybody sat down can be opened, and no more. */
export const UNSEALS: Record<UnsealPolicy, readonly Scope[]> = {
  briefs: ['briefs', 'scripts', 'scores'],
  'briefs-and-consented-channels': ['briefs', 'channels', 'scripts', 'scores'],
  'all-announced': ['briefs', 'channels', 'scripts', 'scores'],
};

export const DEBRIEFING: Rules<'unseal' | 'redact' | 'finish-debrief' | 'explain-script'> = {
  unseal: {
    who: 'facilitator',
    decide: ({ scope }, { state, scenario }) => {
      if (!UNSEALS[scenario.unseal].includes(scope)) return refuse('unseal-not-announced');
      return state.unsealed.includes(scope) ? refuse('already-unsealed') : [{ type: 'unsealed', scope }];
    },
  },
  // Somebody else's text is like one that is not there.
  redact: {
    who: 'anybody',
    unbriefed: true,
    decide: ({ ref }, table) => {
      const text = table.state.texts.find((one) => one.ref === ref && (isOutside(table) || one.author === table.role));
      if (!text) return refuse('nothing-here');
      return table.state.redacted.includes(ref) ? refuse('already-redacted') : [{ type: 'text-redacted', ref }];
    },
  },
  'finish-debrief': {
    who: 'seat',
    unbriefed: true,
    unless: ({ state, role }) => (state.debriefed.includes(role) ? refuse('debrief-done') : null),
    decide: (_, { role }) => [{ type: 'debrief-finished', role }],
  },
  'explain-script': {
    who: 'machine',
    decide: ({ role, move, why }, { state }) =>
      find(state.seats, role)?.holder.kind === 'script' ? [{ type: 'script-explained', role, move, why }] : refuse('nobody-there'),
  },
};
