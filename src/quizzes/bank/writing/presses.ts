/** What the buttons of the form do before it is saved: a row more, a row moved, another type. */
import { Draft, List, LISTS, moved, withOneMore, withRows } from './draft';

export interface Pressed {
  draft: Draft;
  /** the list that has a new row, where somebody goes on writing */
  grown: List | null;
}

/** The form after a button was pressed; null when it is to be saved. */
export function pressed(draft: Draft, button: string): Pressed | null {
  const [act, list, key] = button.split('-') as [string, string | undefined, string | undefined];
  if (act === 'save') return null;
  const known = LISTS.find((one) => one === list);
  if (act === 'more' && known) return { draft: withOneMore(draft, known), grown: known };
  if ((act === 'up' || act === 'down') && known && known !== 'hints' && key)
    return { draft: moved(draft, known, key, act === 'up' ? -1 : 1), grown: null };
  return { draft: act === 'type' ? withRows(draft) : draft, grown: null };
}
