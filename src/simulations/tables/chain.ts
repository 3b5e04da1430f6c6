/** The chain of a log: each line's hash covers the line before, so that a changed, missing or moved line is found and named. */
import { createHash } from 'node:crypto';
import { canonical } from '../../content/canonical';
import type { HappeningType, TableEvent } from '../engine/events';

export interface Link {
  seq: number;
  /** canonical JSON of the event */
  event: string;
  hash: string;
}

/** What the first line follows. */
export const START = '0'.repeat(64);

/** The lines for some events, after the line with this hash. */
export function links(events: readonly TableEvent[], after: string): Link[] {
  let before = after;
  return events.map((event) => {
    const text = canonical(event);
    before = hashOf(before, text);
    return { seq: event.seq, event: text, hash: before };
  });
}

/** The events that lines hold, checked against each other and against what comes before them. */
export function unchained(lines: readonly Link[], after: { seq: number; hash: string }): TableEvent[] {
  let { seq, hash } = after;
  return lines.map((line) => {
    hash = hashOf(hash, line.event);
    if (line.seq !== ++seq || line.hash !== hash) throw new DamagedLog(seq);
    const event = JSON.parse(line.event) as TableEvent;
    if (event.seq !== seq) throw new DamagedLog(seq);
    return event;
  });
}

/** A log that is not as it was written: it is not served. `seq` is the first line that does not follow. */
export class DamagedLog extends Error {
  constructor(readonly seq: number) {
    super(`The log does not hold together from event ${seq} on`);
  }
}

/** The version in which a type of event is written now. A type that changes gets the next number, and `upcast` reads the old one. */
export const EVENT_VERSIONS: Partial<Record<HappeningType, number>> = {};

export const versionOf = (type: HappeningType): number => EVENT_VERSIONS[type] ?? 1;

function hashOf(before: string, text: string): string {
  return createHash('sha256').update(`${before}\n${text}`).digest('hex');
}
