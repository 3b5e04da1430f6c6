/** The skeleton of an assignment: what is to be handed in, and by what it is judged. Its words are the task and what each level of a criterion means. */

export const FILE_KINDS = ['picture', 'pdf', 'text', 'document'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const TEXT_NEEDS = ['required', 'optional', 'none'] as const;

export interface AssignmentStructure {
  licence: string;
  authors: string[];
  /** percent of the points, 1–100 */
  passMark: number;
  text: { need: (typeof TEXT_NEEDS)[number]; words: number };
  /** how many links and files may be handed in at most */
  links: number;
  files: number;
  kinds: FileKind[];
  review: TeamReview | PeerReview;
  criteria: Criterion[];
}

export interface TeamReview {
  by: 'team';
}

/** Each who hands in reviews `count` works of others; what has too few reviews after `days` goes to the team. */
export interface PeerReview {
  by: 'peers';
  count: number;
  days: number;
}

export interface Criterion {
  key: string;
  /** from the lowest to the highest */
  levels: { key: string; points: number }[];
}
