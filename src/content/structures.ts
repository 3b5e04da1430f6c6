/** The skeletons of packages: what a version holds beside its words, without a language. */

import { QuestionStructure } from './question-structures';
import { QuizSettings } from './quiz-settings';
import { Requirements } from './requirements';

export interface ProgrammeStructure {
  modules: string[];
  certificate: Requirements;
}

export interface ModuleStructure {
  licence: string;
  authors: string[];
  steps: StepStructure[];
  /** of a module that has a certificate of its own */
  certificate?: Requirements;
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
  /** what is not said is as in `USUAL_SETTINGS` */
  settings?: Partial<QuizSettings>;
}

/** Stands where a quiz names its module when it is a chapter's own and belongs to none; no module may be called so. */
export const CHAPTER_QUIZ = 'chapter';

/** Stands where somebody's place at a table names its module when the role-play is one of the chapter's own and a step of none. */
export const CHAPTER_SCENARIO = 'chapter';
