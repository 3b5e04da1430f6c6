import { Injectable } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { SessionStore } from '../../web/sessions/session-store.service';
import { WatchingQueries } from './watching.queries';
import { Watching, type Watcher } from './watching.service';

const EVERY_MS = 2_000;
/** Proxies and phones drop a line on which nothing is said for half a minute. */
const HEARTBEAT_MS = 25_000;

/** Looks after the streams of tables: those who lost the right to look are let go, quiet lines are kept alive, and nothing is left unsaid. */
@Injectable()
export class WatchRounds extends Rounds {
  constructor(
    private readonly watching: Watching,
    private readonly queries: WatchingQueries,
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'streams', log);
  }

  /** Returns how many streams were ended. */
  async round(): Promise<number> {
    if (!this.watching.all.size) return 0;
    const lost = await this.lost();
    for (const watcher of lost) this.watching.end(watcher);
    const now = this.clock.now().getTime();
    for (const watcher of this.watching.all) if (now - watcher.wroteAt >= HEARTBEAT_MS) this.watching.beat(watcher, now);
    await this.catchUp();
    return lost.length;
  }

  private async lost(): Promise<Watcher[]> {
    const all = [...this.watching.all];
    const tables = unique(all.map(({ tableId }) => tableId));
    const team = unique(all.filter(({ viewer }) => viewer === 'facilitator').map(({ personId }) => personId));
    const [places, teams, sessions] = await Promise.all([
      this.queries.places(tables),
      team.length ? this.queries.teams(tables, team) : new Set<string>(),
      this.sessions.stillOpen(unique(all.map(({ session }) => session))),
    ]);
    return all.filter(({ tableId, personId, viewer, session }) => {
      const key = `${tableId} ${personId}`;
      const role = places.get(key);
      if (!sessions.has(session)) return true;
      if (viewer === 'facilitator') return !teams.has(key) || !!role;
      return role !== (viewer === 'observer' ? '' : viewer.seat);
    });
  }

  /** What another process did, and could not tell. */
  private async catchUp(): Promise<void> {
    const heardTo = this.watching.heardTo;
    const heads = await this.queries.heads([...heardTo.keys()]);
    for (const [tableId, head] of heads) if (head > heardTo.get(tableId)!) await this.watching.announce(tableId);
  }
}

const unique = (list: string[]): string[] => [...new Set(list)];
