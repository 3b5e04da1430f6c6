/** Everybody who looks at one table, gathered by what they may hear, so that a happening is sorted once for each kind of viewer and not for each browser. */
import type { TableEvent } from '../engine/events';
import type { Viewer } from '../engine/viewer';
import { cursor, heard, isHeard, nameOf, since } from './hearing';
import { type Changed, changedBy, PARTS } from './parts';

/** What is announced: what changed, and the name of the moment after it. */
export interface News {
  cursor: string;
  changed: Changed;
}

interface Group<W> {
  viewer: Viewer;
  count: number;
  watchers: Set<W>;
}

export class Watch<W> {
  private readonly groups = new Map<string, Group<W>>();
  private latest: readonly TableEvent[] | null = null;

  get size(): number {
    return [...this.groups.values()].reduce((sum, { watchers }) => sum + watchers.size, 0);
  }

  /** How far this has heard; -1 before it heard anything. */
  get heardTo(): number {
    return this.latest?.length ?? -1;
  }

  /**
   * Somebody begins to look. Returns what happened since the moment their page knows, or null when nothing did. What came while the log was
   * read is announced on its own; so whoever comes begins where the others are.
   */
  join(watcher: W, viewer: Viewer, named: string | null, log: readonly TableEvent[]): News | null {
    this.latest ??= log;
    const all = heard(this.latest, viewer);
    const group = this.groups.get(nameOf(viewer)) ?? { viewer, count: all.length, watchers: new Set<W>() };
    this.groups.set(nameOf(viewer), group);
    group.watchers.add(watcher);
    const fresh = since(all, viewer, named);
    if (fresh?.length === 0) return null;
    return { cursor: cursor(viewer, all.length), changed: fresh ? changedBy(fresh.map(({ type }) => type)) : { parts: [...PARTS] } };
  }

  leave(watcher: W, viewer: Viewer): void {
    const group = this.groups.get(nameOf(viewer));
    group?.watchers.delete(watcher);
    if (group && !group.watchers.size) this.groups.delete(nameOf(viewer));
  }

  /** What there is to say to whom, now that the log is this long. Whoever may hear nothing of it is told nothing, not even that something happened. */
  hear(log: readonly TableEvent[]): { news: News; watchers: ReadonlySet<W> }[] {
    const fresh = this.latest ? log.slice(this.latest.length) : [];
    if (!fresh.length) return [];
    this.latest = log;
    return [...this.groups.values()].flatMap((group) => {
      const { viewer, watchers } = group;
      const types = fresh.filter((event) => isHeard(event, viewer)).map(({ type }) => type);
      if (!types.length) return [];
      group.count += types.length;
      return [{ news: { cursor: cursor(viewer, group.count), changed: changedBy(types) }, watchers }];
    });
  }
}
