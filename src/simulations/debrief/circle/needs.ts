import type { DebriefStep } from '../../../content/scenario';
import { NotFound } from '../../../kernel/not-found';
import { isOpen } from '../opening';

/** What belongs to a step that is not open is not there (`NotFound`). */
export function needs(step: DebriefStep, { opened }: { opened: number }): void {
  if (!isOpen(step, opened)) throw new NotFound();
}
