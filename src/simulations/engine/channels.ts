/** Private channels that everybody can read after the unsealing: all of them, or those whose members have all agreed. */
import type { ScenarioStructure } from '../../content/scenario';
import type { TableState } from './state';

/** Channels by their members, separated by spaces. */
export function openChannels({ unsealed, seats, messages }: TableState, { unseal }: ScenarioStructure): Set<string> {
  if (!unsealed.includes('channels')) return new Set();
  const agrees = (role: string) =>
    ['script', 'facilitator'].includes(seats[role]!.holder.kind) || seats[role]!.consents.includes('channels');
  const open = messages.filter(({ members }) => unseal === 'all-announced' || members.every(agrees));
  return new Set(open.map(({ members }) => members.join(' ')));
}
