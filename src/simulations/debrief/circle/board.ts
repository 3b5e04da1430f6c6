/** The board on which a table keeps what went well and what it would do differently. */
export const NOTE_KINDS = ['plus', 'delta'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A note is short: it is read at a glance, and on a wall. */
export const LONGEST_NOTE = 280;
/** So many from one person at a table, of both kinds. */
export const MOST_NOTES = 12;
