/** Who learns of a happening. Everything is public but what is said to some, kept for oneself, or noted by the facilitator. */
import type { Happening } from './events';
import { channel } from './events/floor';
import type { TableState } from './state';
import type { Audience } from './viewer';

export function audienceOf(happening: Happening, { texts }: TableState): Audience {
  const { type } = happening;
  if (type === 'contract-accepted' || type === 'consent-set' || type === 'position-noted') return [happening.role];
  if (type === 'message-sent') return channel(happening.from, happening.to);
  if (type === 'nudge-sent') return [happening.to];
  if (type === 'inject-released') return happening.to;
  if (type === 'annotation-added' || type === 'inject-cancelled' || type === 'script-explained') return 'facilitator';
  // That something was struck out is known to those who could read it, and to nobody else.
  if (type === 'text-redacted') return texts.find(({ ref }) => ref === happening.ref)?.audience ?? 'facilitator';
  return 'all';
}
