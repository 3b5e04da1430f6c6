/** What must hold of options with weights, whichever file they come from. */
import type { ImportProblemKey } from './import-problems';
import type { Choice, Details } from './imported';

/** Whether the options can be a question; else says why not. */
export function checkedChoices(
  single: boolean,
  options: readonly Choice[],
  tell: (key: ImportProblemKey, details?: Details) => unknown,
): boolean {
  const refuse = (key: ImportProblemKey, details?: Details) => (tell(key, details), false);
  if (options.length < 2) return refuse('formats.problem.too-few-options');
  if (options.some(({ text }) => !text)) return refuse('formats.problem.empty-answer');
  if (options.some(({ percent }) => !(Math.abs(percent) <= 100))) return refuse('formats.problem.weight-beyond');
  const right = options.filter(({ percent }) => percent >= 99.99).length;
  if (single) {
    if (!right) return refuse('formats.problem.no-right-option');
    if (right > 1) tell('formats.problem.several-right', { right });
    return true;
  }
  const whole = options.reduce((sum, { percent }) => sum + Math.max(0, percent), 0);
  if (whole === 0) return refuse('formats.problem.no-right-option');
  if (Math.abs(whole - 100) > 0.1) return refuse('formats.problem.weights-not-whole', { whole: Math.round(whole * 100) / 100 });
  return true;
}
