/** What the audit of a chapter notes: acts that give power, take data out, or cannot be undone. The phrase is `chapters.audit.act.<act>`. */
export const ACTS = [
  'chapter-changed',
  'role-offered',
  'role-given',
  'role-taken',
  'link-closed',
  'link-opened',
  'link-replaced',
  'roster-exported',
  'data-downloaded',
  'person-erased',
  'person-withdrawn',
  'person-taken-back',
  'person-moved',
  'cohort-archived',
  'cohort-brought-back',
  'work-accepted',
  'work-returned',
  'versions-adopted',
  'quiz-published',
  'quiz-set',
  'statistics-exported',
  'key-corrected',
  'try-reopened',
  'questions-exported',
] as const;

export type Act = (typeof ACTS)[number];
