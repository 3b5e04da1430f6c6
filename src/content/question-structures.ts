/** The skeletons of questions: types, points and the key, without words. A version that was published before a field existed lacks it. */

interface Asked {
  key: string;
  /** 0 for something to read, else at least 1 */
  points: number;
  /** where to read again, as `lesson` or `lesson#heading` */
  read: string | null;
  /** draws take questions by these */
  tags?: string[];
  /** how many hints there are, worded `hints.1`, `hints.2`, …; for tries after a wrong one */
  hints?: number;
  /** percent of the points that each wrong try costs where there are several; 33⅓ when it is not said */
  penalty?: number;
}

/** What an option, or an answer that was foreseen, is worth: percent of the points, −100 to 100. */
export type Weights = Record<string, number>;

export interface SingleStructure extends Asked {
  type: 'single';
  options: string[];
  /** worth all points */
  right: string;
  /** what other options are worth, where it is not nothing */
  weights?: Weights;
}

export interface MultipleStructure extends Asked {
  type: 'multiple';
  options: string[];
  right: string[];
  /** what each option adds or takes away; without it right picks count less wrong picks */
  weights?: Weights;
}

export interface TrueFalseStructure extends Asked {
  type: 'true-false';
  right: boolean;
}

/** Answers that are foreseen, in the order in which they are tried; the words are `answers.<key>.text`, with `*` for anything. */
export interface ShortTextStructure extends Asked {
  type: 'short-text';
  answers: { key: string; percent: number }[];
  /** whether capitals matter */
  matchCase: boolean;
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
  /** further numbers that are worth something, tried after the first */
  others?: { key: string; value: number; tolerance: number; percent: number }[];
  /** units that may be typed behind the number, worded `units.<key>.text`; the number times the factor is compared */
  units?: { key: string; factor: number }[];
}

export type GapStructure = { key: string; typed: false; options: string[]; right: string } | { key: string; typed: true };

export interface GapTextStructure extends Asked {
  type: 'gap-text';
  gaps: GapStructure[];
}

/** A longer text that a person reads and marks. Without a rubric there are only the points as a whole. */
export interface EssayStructure extends Asked {
  type: 'essay';
  /** most words, or null */
  mostWords: number | null;
  /** what is looked at, worded `rubric.<key>.text`; the points add up to those of the question */
  rubric: { key: string; points: number }[];
}

/** Something to read between questions; nothing is asked. */
export interface DescriptionStructure extends Asked {
  type: 'description';
}

export type QuestionStructure =
  | SingleStructure
  | MultipleStructure
  | TrueFalseStructure
  | ShortTextStructure
  | NumberStructure
  | MatchingStructure
  | OrderingStructure
  | GapTextStructure
  | EssayStructure
  | DescriptionStructure;
