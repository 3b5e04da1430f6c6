/** How far a debrief is open. Somebody alone goes through it at their own pace; people at a table go together, as their team opens it. */
import { DEBRIEF_STEPS, type DebriefStep } from '../../content/scenario';

export const ALL_STEPS = DEBRIEF_STEPS.length;

/** With this step everything is unsealed that was announced: until then people tell each other what they saw. */
export const UNSEALING: DebriefStep = 'analysis';

/** From 1. */
export const numberOf = (step: DebriefStep): number => DEBRIEF_STEPS.indexOf(step) + 1;

export const isOpen = (step: DebriefStep, opened: number): boolean => numberOf(step) <= opened;

/** The newest of the open steps; null while none is. */
export function lastOpen(opened: number): DebriefStep | null {
  return DEBRIEF_STEPS[opened - 1] ?? null;
}

/** Whether opening steps up to one, after so many, unseals. */
export function unseals(upTo: DebriefStep, opened: number): boolean {
  return isOpen(UNSEALING, numberOf(upTo)) && !isOpen(UNSEALING, opened);
}

/** The step after so many; null after the last. */
export function stepAfter(opened: number): DebriefStep | null {
  return DEBRIEF_STEPS[opened] ?? null;
}
