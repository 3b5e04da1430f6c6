/** What a viewer may know of a table, thought through once for each moment of it: everybody who shares a seat, and every part of a page, asks for the same. */
import type { TableView } from '../engine/table-view';
import type { TableState } from '../engine/state';
import { view } from '../engine/view';
import type { Viewer } from '../engine/viewer';
import type { Log } from '../solo/log';

/** By the state, which never changes: whatever happens makes another one. */
const known = new WeakMap<TableState, Map<string, TableView>>();

export function sightOf({ state, events, scenario }: Log, viewer: Viewer): TableView {
  const views = known.get(state) ?? new Map<string, TableView>();
  known.set(state, views);
  const name = typeof viewer === 'string' ? viewer : `seat ${viewer.seat}`;
  const seen = views.get(name) ?? view(state, events, viewer, scenario);
  views.set(name, seen);
  return seen;
}
