/** What a certificate takes, as a programme or a module says it. */
import type { StepStructure } from './structures';

export interface Requirements {
  /** Every step, or these: a step's key in a module; in a programme a module's slug, or `module/step`. */
  requires: 'all' | string[];
  /** A percent to be reached on average over its quizzes, or in the one that is named. */
  mark?: { least: number; quiz?: string };
  /** Scenarios whose debrief one has taken part in. */
  debrief?: string[];
  /** Assignments of one's own that were accepted. */
  reviewed?: string[];
  /** For how long it holds; for good when it is not said. */
  validMonths?: number;
}

/** A step where a certificate finds it. */
export interface PlacedStep {
  module: string;
  step: StepStructure;
}

/** Whether a line of `requires` means this step. */
export function isMeant(line: string, { module, step }: PlacedStep, kind: 'programme' | 'module'): boolean {
  return kind === 'module' ? line === step.key : line === module || line === `${module}/${step.key}`;
}

/** The steps that are required by name, beside the marks in them. */
export function requiredSteps({ requires, debrief, reviewed }: Requirements, steps: readonly PlacedStep[], kind: 'programme' | 'module') {
  return steps.filter((placed) => {
    const { step } = placed;
    if (requires === 'all' || requires.some((line) => isMeant(line, placed, kind))) return true;
    if (step.kind === 'simulation') return debrief?.includes(step.scenario) ?? false;
    return step.kind === 'assignment' && (reviewed?.includes(step.assignment) ?? false);
  });
}

/** The quizzes whose mark is required. */
export function markedSteps({ mark }: Requirements, steps: readonly PlacedStep[]): PlacedStep[] {
  if (!mark) return [];
  return steps.filter(({ step }) => step.kind === 'quiz' && (mark.quiz === undefined || step.quiz === mark.quiz));
}
