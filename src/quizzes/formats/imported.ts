/** Questions as a file from elsewhere has them, before they belong to a quiz. Texts are as their author sees them, without the marks of the format. */

export interface Choice {
  text: string;
  /** −100 to 100 */
  percent: number;
  feedback: string;
}

/** How an author wrote the text down; `auto` is Moodle's own mixture of plain lines and HTML. */
export type Markup = 'auto' | 'html' | 'plain' | 'markdown';

interface About {
  /** where it begins in the file, counted from 1 */
  line: number;
  /** from its author, or the beginning of its stem */
  name: string;
  /** the number by which an author tells it from others, or null */
  id: string | null;
  tags: string[];
  /** from the outermost inwards */
  category: string[];
  stem: string;
  markup: Markup;
  /** shown to everybody afterwards, or empty */
  feedback: string;
}

export interface Single extends About {
  type: 'single';
  options: Choice[];
}

/** Several options may be chosen; what they are worth adds up. */
export interface Multiple extends About {
  type: 'multiple';
  options: Choice[];
}

export interface TrueFalse extends About {
  type: 'true-false';
  right: boolean;
  whenRight: string;
  whenWrong: string;
}

/** The first answer that fits counts; `*` in one stands for anything. */
export interface ShortText extends About {
  type: 'short-text';
  answers: Choice[];
}

export interface NumberAnswer {
  value: number;
  /** how far off still counts, 0 or more */
  tolerance: number;
  percent: number;
  feedback: string;
}

export interface NumberQuestion extends About {
  type: 'number';
  answers: NumberAnswer[];
  /** shown for every other number */
  otherwise: string;
}

export interface Matching extends About {
  type: 'matching';
  pairs: { left: string; right: string }[];
  /** what can be chosen and belongs to nothing */
  distractors: string[];
}

export interface Essay extends About {
  type: 'essay';
}

/** Something to read; nothing is asked. */
export interface Description extends About {
  type: 'description';
}

export type Imported = Single | Multiple | TrueFalse | ShortText | NumberQuestion | Matching | Essay | Description;

export type Details = Record<string, string | number>;

/** What somebody should look at before these questions are taken: where, and which phrase says it. */
export interface ImportProblem {
  /** counted from 1 */
  line: number;
  key: ImportProblemKey;
  details: Details;
}

export interface ReadFile {
  questions: Imported[];
  /** in the order of their lines */
  problems: ImportProblem[];
}

/** An error leaves its question out; a warning says what it was read as. */
export const IMPORT_PROBLEMS = {
  'formats.problem.nothing': 'error',
  'formats.problem.unusable-characters': 'error',
  'formats.problem.brace-missing': 'error',
  'formats.problem.brace-order': 'error',
  'formats.problem.too-few-options': 'error',
  'formats.problem.no-right-option': 'error',
  'formats.problem.weights-not-whole': 'error',
  'formats.problem.weight-unknown': 'error',
  'formats.problem.empty-answer': 'error',
  'formats.problem.no-answers': 'error',
  'formats.problem.pair-without-arrow': 'error',
  'formats.problem.too-few-pairs': 'error',
  'formats.problem.not-a-number': 'error',
  'formats.problem.number-with-comma': 'error',
  'formats.problem.range-reversed': 'error',
  'formats.problem.id-twice': 'error',
  'formats.problem.category-empty': 'error',
  'formats.problem.category-goes-on': 'warning',
  'formats.problem.name-not-closed': 'warning',
  'formats.problem.more-braces': 'warning',
  'formats.problem.mark-after-brace': 'warning',
  'formats.problem.markup-unknown': 'warning',
  'formats.problem.lower-case-truth': 'warning',
  'formats.problem.weight-as-text': 'warning',
  'formats.problem.several-right': 'warning',
  'formats.problem.text-before-options': 'warning',
  'formats.problem.truth-read-as-matching': 'warning',
  'formats.problem.aiken-not-complete': 'error',
  'formats.problem.aiken-not-begun': 'error',
  'formats.problem.aiken-answer-unknown': 'error',
  'formats.problem.aiken-lower-case': 'warning',
  'formats.problem.aiken-other-letters': 'warning',
} as const;

export type ImportProblemKey = keyof typeof IMPORT_PROBLEMS;
