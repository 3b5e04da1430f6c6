/** The parts of a room that are shown anew while somebody looks, and which of them a happening changes. */
import { NotFound } from '../../kernel/not-found';
import type { HappeningType } from '../engine/events';

/** As the partials of views/simulations/parts are called. */
export const PARTS = ['now', 'table', 'text', 'floor', 'messages'] as const;
export type Part = (typeof PARTS)[number];

const ALL: readonly Part[] = PARTS;
const FLOOR: readonly Part[] = ['now', 'floor'];
const TEXT: readonly Part[] = ['now', 'text'];
const STANDING: readonly Part[] = ['now', 'table', 'text'];
const NOW: readonly Part[] = ['now'];

/** What is most worth doing is said in `now`, so that it changes with everything. */
const CHANGED: Record<HappeningType, readonly Part[]> = {
  'amendment-accepted': STANDING,
  'amendment-promoted': STANDING,
  'amendment-proposed': TEXT,
  'amendment-rejected': TEXT,
  'amendment-seconded': TEXT,
  'annotation-added': NOW,
  'assessment-challenged': TEXT,
  'assessment-final': TEXT,
  'assessment-published': TEXT,
  'brief-acknowledged': NOW,
  'clause-revised': STANDING,
  'clause-tabled': STANDING,
  'clock-paused': ALL,
  'clock-resumed': ALL,
  'consensus-called': NOW,
  'consent-set': NOW,
  'contract-accepted': NOW,
  'deadline-moved': NOW,
  'debrief-finished': NOW,
  'floor-ended': FLOOR,
  'floor-given': FLOOR,
  'hand-set': FLOOR,
  'hands-closed': FLOOR,
  'hands-opened': FLOOR,
  'hum-closed': FLOOR,
  'hum-opened': FLOOR,
  'inject-cancelled': NOW,
  'inject-released': FLOOR,
  'message-sent': ['now', 'messages'],
  'minority-filed': TEXT,
  'mode-switched': ALL,
  'nudge-sent': FLOOR,
  'objection-answered': STANDING,
  'objection-joined': STANDING,
  'objection-raised': STANDING,
  'objection-settled': STANDING,
  'outcome-recorded': ALL,
  'package-answered': TEXT,
  'package-lapsed': TEXT,
  'package-offered': TEXT,
  'package-taken': STANDING,
  'phase-entered': ALL,
  'position-noted': NOW,
  'queue-joined': FLOOR,
  'queue-left': FLOOR,
  'script-explained': NOW,
  'seat-ready': NOW,
  'seat-taken': ALL,
  'stance-set': ['now', 'table'],
  'statement-made': FLOOR,
  'table-opened': ALL,
  'text-redacted': ALL,
  unsealed: ALL,
};

/** What changes a little, too, and can wait: the small pictures beside the clauses say again what the table says. */
const A_LITTLE: Partial<Record<HappeningType, readonly Part[]>> = { 'stance-set': ['text'] };

export interface Changed {
  parts: Part[];
  /** what is looked at together with something else, or after a while */
  later?: Part[];
}

export function changedBy(types: readonly HappeningType[]): Changed {
  const changed = new Set(types.flatMap((type) => CHANGED[type]));
  const little = new Set(types.flatMap((type) => A_LITTLE[type] ?? []));
  const parts = PARTS.filter((part) => changed.has(part));
  const later = PARTS.filter((part) => little.has(part) && !changed.has(part));
  return later.length ? { parts, later } : { parts };
}

const A_FEW = 15;
const LOOKS_IN_A_SECOND = 10;

/** How long those who look had better wait from one look to the next, in milliseconds and whole seconds: so many look as there are lines. 0 at a table of few. */
export function pauseOf(lines: number): number {
  return lines > A_FEW ? Math.ceil(lines / LOOKS_IN_A_SECOND) * 1000 : 0;
}

/** Those that an address names, `now,floor`. One that there is not, or that comes twice, is not found. */
export function partsNamed(names: string): Part[] {
  return names.split(',').map((name, index, all) => {
    const part = PARTS.find((one) => one === name);
    if (!part || all.indexOf(name) !== index) throw new NotFound();
    return part;
  });
}
