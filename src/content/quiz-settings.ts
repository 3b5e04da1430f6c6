/** How a quiz is taken, counted and looked at afterwards. The terms are those of Moodle's quiz. */

export const BEHAVIOURS = ['deferred', 'immediate', 'interactive', 'deferred-certainty', 'immediate-certainty'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What becomes of an attempt whose time is over while nobody works on it. */
export const OVERDUE_POLICIES = ['submit', 'grace', 'abandon'] as const;
export type OverduePolicy = (typeof OVERDUE_POLICIES)[number];

/** Which of several attempts counts. */
export const COUNTING = ['highest', 'average', 'first', 'last'] as const;
export type Counting = (typeof COUNTING)[number];

export const REVIEW_MOMENTS = ['during', 'immediately', 'open', 'closed'] as const;
/** While answering; in the first two minutes after handing in; later, while the quiz is open; after it has closed. */
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number];

export const REVIEW_PARTS = ['attempt', 'correctness', 'most', 'marks', 'specific', 'general', 'right-answer', 'overall'] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];

export type ReviewMatrix = Record<ReviewMoment, readonly ReviewPart[]>;

export interface QuizSettings {
  behaviour: Behaviour;
  overdue: OverduePolicy;
  /** how long after the end an attempt may still be handed in, in minutes; for the policy `grace` */
  graceMinutes: number;
  /** most attempts, or null for as many as one likes */
  tries: number | null;
  /** minutes to wait before the second attempt, and before each later one */
  delays: { second: number; later: number };
  counting: Counting;
  shuffle: { questions: boolean; options: boolean };
  /** so many questions with a tag, drawn for each attempt; questions without a tag that is drawn are asked always */
  draws: { tag: string; count: number }[];
  navigation: 'free' | 'sequential';
  review: ReviewMatrix;
  /** lowest percents of bands with words of their own, `bands.<percent>`; falling, the last is 0; empty for none */
  bands: number[];
}

const EVERYTHING: readonly ReviewPart[] = REVIEW_PARTS;
const POINTS: readonly ReviewPart[] = ['attempt', 'most', 'marks', 'overall'];

export const USUAL_SETTINGS: QuizSettings = {
  behaviour: 'deferred',
  overdue: 'submit',
  graceMinutes: 0,
  tries: null,
  delays: { second: 0, later: 0 },
  counting: 'highest',
  shuffle: { questions: false, options: true },
  draws: [],
  navigation: 'free',
  review: { during: [], immediately: EVERYTHING, open: EVERYTHING, closed: EVERYTHING },
  bands: [],
};

/** So that nobody must learn the matrix: to practise is to be told at once; a final is taken once or twice and explained when it has closed. */
export const PRESETS: Record<'practice' | 'final', QuizSettings> = {
  practice: { ...USUAL_SETTINGS, behaviour: 'interactive', review: { ...USUAL_SETTINGS.review, during: EVERYTHING } },
  final: {
    ...USUAL_SETTINGS,
    tries: 2,
    delays: { second: 60, later: 0 },
    shuffle: { questions: true, options: true },
    review: { during: [], immediately: POINTS, open: POINTS, closed: EVERYTHING },
  },
};

/** The settings of a quiz, with what it does not say as usual. */
export function settingsOf({ settings }: { settings?: Partial<QuizSettings> }): QuizSettings {
  return { ...USUAL_SETTINGS, ...settings };
}
