/** What a record of a table for one passes over: it is only bookkeeping, or the record says it elsewhere. */
import type { Happening } from '../engine/events';

const BOOKKEEPING = [
  'annotation-added',
  'brief-acknowledged',
  'clause-revised',
  'clock-paused',
  'clock-resumed',
  'consent-set',
  'contract-accepted',
  'deadline-moved',
  'debrief-finished',
  'floor-ended',
  'floor-given',
  'hand-set',
  'inject-cancelled',
  'mode-switched',
  'nudge-sent',
  'position-noted',
  'queue-joined',
  'queue-left',
  'script-explained',
  'seat-ready',
  'seat-taken',
  'table-opened',
  'text-redacted',
  'unsealed',
] as const;

type Told = Exclude<Happening, { type: (typeof BOOKKEEPING)[number] }>;

export function isTold(event: Happening): event is Told {
  return !(BOOKKEEPING as readonly string[]).includes(event.type);
}
