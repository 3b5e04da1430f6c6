/** One thing that a scripted seat does, and why: told when the scripts are unsealed. */
import type { Command } from '../engine/commands';
import type { Why } from '../engine/events';

export interface Step {
  command: Command;
  why: Why;
}

export function step(command: Command, by: Why['by'], of: string | null, at: { utility: number; threshold: number } | null): Step {
  return { command, why: { by, of, utility: at?.utility ?? null, threshold: at?.threshold ?? null } };
}
