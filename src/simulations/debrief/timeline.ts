/** The layers of what happened: what everybody knew, what only one's own seat was in, and what was opened to everybody afterwards. */
import type { TableEvent } from '../engine/events';

export const LAYERS = ['public', 'mine', 'opened'] as const;
export type Layer = (typeof LAYERS)[number];

/** Of an event that the viewer may know; `role` is their seat, '' for somebody who looked on. */
export function layerOf({ audience }: Pick<TableEvent, 'audience'>, role: string): Layer {
  if (audience === 'all') return 'public';
  return role !== '' && audience !== 'facilitator' && audience.includes(role) ? 'mine' : 'opened';
}

export function layerNamed(name: unknown): Layer | null {
  return LAYERS.find((layer) => layer === name) ?? null;
}
