/** Whether the tables of a sitting have begun, by whatever press: all together, or one by its facilitator. */
import type { TableState } from '../engine/state';

type Waiting = Pick<TableState, 'paused' | 'phase'>;

/** It has been set, and its clock has never run. */
export function waits({ paused, phase }: Waiting): boolean {
  return paused !== null && phase.number === 1;
}

/** When they began; null while all of them wait. */
export function begunOf({ begunAt }: { begunAt: Date | null }, tables: readonly Waiting[]): Date | null {
  const running = tables.filter((table) => !waits(table));
  return begunAt ?? (running.length ? new Date(Math.min(...running.map(({ phase }) => phase.since))) : null);
}
