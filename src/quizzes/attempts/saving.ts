/** Which of two posts of an answer wins. The server decides by numbers, never by clocks. */

export interface Saved {
  /** How often the answer was saved. */
  sequence: number;
  /** The page that saved it last. */
  page: string;
  /** How often that page had saved by then. */
  turn: number;
}

/** A post says which saved answer its page knew, which page it comes from, and how often that page has posted. */
export interface Posted {
  sequence: number;
  page: string;
  turn: number;
}

/**
 * `save`: the page knew the newest answer, or is itself the one that saved it. `late`: overtaken on the way by a newer post of the same page,
 * which has been saved already. `stale`: another page (another tab, another device) has saved since.
 */
export function verdict(saved: Saved | null, posted: Posted): 'save' | 'late' | 'stale' {
  if (!saved) return 'save';
  if (saved.page === posted.page) return posted.turn >= saved.turn ? 'save' : 'late';
  return saved.sequence === posted.sequence ? 'save' : 'stale';
}
