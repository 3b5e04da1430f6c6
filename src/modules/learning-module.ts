/** A learning module: steps in order, each a lesson to read, a quiz to pass, a simulation to play or an assignment to hand in. */
import { PackageDocument } from '../content/package';
import { LessonStructure, ModuleStructure, QuizStepStructure, StepStructure } from '../content/structures';
import { Language } from '../kernel/language';

export type LessonStep = LessonStructure;
export type QuizStep = QuizStepStructure;
export type Step = StepStructure;

export interface LearningModule extends ModuleStructure {
  slug: string;
  /** the original's language */
  language: Language;
}

/** The module that a published document holds. */
export function learningModule({ kind, slug, language, structure }: PackageDocument): LearningModule {
  if (kind !== 'module') throw new Error(`${kind} ${slug} is not a module`);
  return { slug, language, ...(structure as ModuleStructure) };
}

export function stepOf({ steps }: LearningModule, key: string): Step | null {
  return steps.find((step) => step.key === key) ?? null;
}

/** The time that all steps take together, in minutes. */
export function minutesOf({ steps }: LearningModule): number {
  return steps.reduce((minutes, step) => minutes + step.minutes, 0);
}

/** The text key of a step's title. */
export function titleKey({ key }: Step): string {
  return `steps.${key}.title`;
}
