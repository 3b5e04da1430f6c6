/** Questions as a file from elsewhere has them, before they belong to a quiz. Texts are as their author sees them, without the marks of the format. */

import type { ProblemKey } from '../../content/problem';
import type { ImportProblemKey } from './import-problems';

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
  /** shown to whoever is wholly right, and to whoever is wrong; or empty */
  whenRight: string;
  whenWrong: string;
  /** 0 for something to read */
  points: number;
  hints: string[];
  /** percent of the points that a wrong try costs; null where the file leaves it to the quiz */
  penalty: number | null;
}

/** What a question is when a file says nothing more of it. */
export const SAID_NOTHING_MORE = { feedback: '', whenRight: '', whenWrong: '', points: 1, hints: [] as string[], penalty: null };

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
}

/** The first answer that fits counts; `*` in one stands for anything. */
export interface ShortText extends About {
  type: 'short-text';
  answers: Choice[];
  matchCase: boolean;
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
  /** what may be typed behind the number; the number times the factor is compared */
  units: { text: string; factor: number }[];
}

export interface Matching extends About {
  type: 'matching';
  pairs: { left: string; right: string }[];
  /** what can be chosen and belongs to nothing */
  distractors: string[];
}

export interface Ordering extends About {
  type: 'ordering';
  /** in the right order */
  items: string[];
}

export type ImportedGap =
  | { key: string; typed: true; answers: string[]; feedback: string }
  | { key: string; typed: false; options: { text: string; feedback: string }[]; right: number; feedback: string };

export interface GapText extends About {
  type: 'gap-text';
  /** with `{{key}}` in place of each gap */
  text: string;
  gaps: ImportedGap[];
}

export interface Essay extends About {
  type: 'essay';
  /** most words, or null */
  mostWords: number | null;
  rubric: { text: string; points: number }[];
}

/** Something to read; nothing is asked. */
export interface Description extends About {
  type: 'description';
}

export type Imported = Single | Multiple | TrueFalse | ShortText | NumberQuestion | Matching | Ordering | GapText | Essay | Description;

export type Details = Record<string, string | number>;

/** What somebody should look at before these questions are taken: where, and which phrase says it. */
export interface ImportProblem {
  /** counted from 1 */
  line: number;
  key: ImportProblemKey | ProblemKey;
  details: Details;
}

export interface ReadFile {
  questions: Imported[];
  /** in the order of their lines */
  problems: ImportProblem[];
}
