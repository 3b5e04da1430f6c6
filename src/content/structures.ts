/** The skeletons of packages: what a version holds beside its words, without a language. */

export interface ProgrammeStructure {
  modules: string[];
  certificate: { requires: 'all' };
}

export interface ModuleStructure {
  licence: string;
  authors: string[];
  steps: StepStructure[];
}

export type StepStructure = LessonStructure | QuizStepStructure | SimulationStepStructure | AssignmentStepStructure;

export interface LessonStructure {
  key: string;
  kind: 'lesson';
  minutes: number;
  /** glossary terms in the author's order */
  glossary: string[];
  check: { options: string[]; right: string } | null;
  /** how many sources are listed, keyed 1, 2, … */
  sources: number;
}

export interface QuizStepStructure {
  key: string;
  kind: 'quiz';
  minutes: number;
  quiz: string;
}

export interface SimulationStepStructure {
  key: string;
  kind: 'simulation';
  minutes: number;
  scenario: string;
}

export interface AssignmentStepStructure {
  key: string;
  kind: 'assignment';
  minutes: number;
  assignment: string;
}

export interface QuizStructure {
  module: string;
  /** percent, 1–100 */
  passMark: number;
  /** time limit, or null for none */
  minutes: number | null;
  questions: QuestionStructure[];
}

interface Asked {
  key: string;
  points: number;
  /** where to read again, as `lesson` or `lesson#heading` */
  read: string | null;
}

export interface SingleStructure extends Asked {
  type: 'single';
  options: string[];
  right: string;
}

export interface MultipleStructure extends Asked {
  type: 'multiple';
  options: string[];
  right: string[];
}

export interface MatchingStructure extends Asked {
  type: 'matching';
  items: { key: string; right: string }[];
  options: string[];
}

export interface OrderingStructure extends Asked {
  type: 'ordering';
  /** in the right order */
  options: string[];
}

export interface NumberStructure extends Asked {
  type: 'number';
  value: number;
  tolerance: number;
}

export type GapStructure = { key: string; typed: false; options: string[]; right: string } | { key: string; typed: true };

export interface GapTextStructure extends Asked {
  type: 'gap-text';
  gaps: GapStructure[];
}

export type QuestionStructure =
  SingleStructure | MultipleStructure | MatchingStructure | OrderingStructure | NumberStructure | GapTextStructure;
