import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../../kernel/not-found';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { OpenStreams } from '../../web/streams/open-streams.service';
import type { TableEvent } from '../engine/events';
import type { Viewer } from '../engine/viewer';
import { Announcements } from '../tables/announcements.service';
import { Logs } from '../tables/logs.service';
import { pauseOf } from './parts';
import { Watch } from './watch';

/** Somebody with the page of a table open. */
export interface Watcher {
  tableId: string;
  personId: string;
  viewer: Viewer;
  /** the name of the session that was signed in when it began */
  session: string;
  response: ServerResponse;
  /** when the line last carried something, in milliseconds since 1970 */
  wroteAt: number;
  /** what it said last of how long to wait between looks, in milliseconds */
  pause: number;
}

/** What happens within this time is announced together. */
const TOGETHER_MS = 40;
/** More pages than this a person does not look at; a browser has no more lines to give. */
export const MOST_OF_A_PERSON = 6;
export const MOST_AT_ALL = 3_000;

interface Watched {
  watch: Watch<Watcher>;
  deaf: () => void;
  waiting: boolean;
  /** those who are on their way in */
  coming: number;
}

/** Whoever has the page of a table open is told that something changed there, and which parts: never what. */
@Injectable()
export class Watching {
  private readonly tables = new Map<string, Watched>();
  private readonly watchers = new Set<Watcher>();

  constructor(
    private readonly streams: OpenStreams,
    private readonly announcements: Announcements,
    private readonly logs: Logs,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  get all(): ReadonlySet<Watcher> {
    return this.watchers;
  }

  /** How far each table that somebody looks at was heard. */
  get heardTo(): Map<string, number> {
    return new Map([...this.tables].map(([id, { watch }]) => [id, watch.heardTo]));
  }

  /** Begins a stream, from the moment that the page (or the stream before) knows. A person's oldest gives way to one too many. */
  async begin(watcher: Watcher, named: string | null): Promise<void> {
    const { tableId, viewer, response, personId } = watcher;
    const watched = this.watched(tableId);
    watched.coming++; // what happens from here on is announced, whatever the log says when it is read
    const events = await this.eventsOf(tableId).finally(() => watched.coming--);
    if (response.destroyed) return this.forget(tableId);
    this.streams.begin(response);
    this.streams.send(response, 'now', { at: this.clock.now().getTime() });
    const news = watched.watch.join(watcher, viewer, named, events);
    this.watchers.add(watcher);
    response.once('close', () => this.leave(watcher));
    if (news) this.streams.send(response, 'message', news.changed, news.cursor);
    const own = [...this.watchers].filter((one) => one.personId === personId && !one.response.writableEnded);
    for (const one of own.slice(0, -MOST_OF_A_PERSON)) this.end(one, 'enough');
  }

  /** Ends a stream; with `enough` its reader does not come back. */
  end({ response }: Watcher, word: 'enough' | null = null): void {
    if (word) this.streams.send(response, word, {});
    response.end();
  }

  beat(watcher: Watcher, now: number): void {
    watcher.wroteAt = now;
    this.streams.beat(watcher.response);
  }

  /** Looks what is new, now. */
  async announce(tableId: string): Promise<void> {
    const watched = this.tables.get(tableId);
    if (!watched) return;
    const events = await this.eventsOf(tableId);
    const now = this.clock.now().getTime();
    const pause = pauseOf(watched.watch.size);
    for (const { news, watchers } of watched.watch.hear(events)) {
      for (const one of watchers) {
        const said = one.pause === pause ? news.changed : { ...news.changed, pause };
        Object.assign(one, { wroteAt: now, pause });
        this.streams.send(one.response, 'message', said, news.cursor);
      }
    }
  }

  private watched(tableId: string): Watched {
    const known = this.tables.get(tableId);
    if (known) return known;
    const deaf = this.announcements.listen(tableId, () => this.soon(tableId, made));
    const made: Watched = { watch: new Watch(), deaf, waiting: false, coming: 0 };
    this.tables.set(tableId, made);
    return made;
  }

  private soon(tableId: string, watched: Watched): void {
    if (watched.waiting) return;
    watched.waiting = true;
    setTimeout(() => {
      watched.waiting = false;
      this.announce(tableId).catch((error: unknown) => this.watchers.size && this.log.fault(error, { where: 'announcements' }));
    }, TOGETHER_MS).unref();
  }

  private async eventsOf(tableId: string): Promise<readonly TableEvent[]> {
    const log = await this.logs.newest(tableId);
    if (!log) throw new NotFound();
    return log.events;
  }

  private leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
    this.tables.get(watcher.tableId)?.watch.leave(watcher, watcher.viewer);
    this.forget(watcher.tableId);
  }

  private forget(tableId: string): void {
    const watched = this.tables.get(tableId);
    if (!watched || watched.coming || watched.watch.size) return;
    watched.deaf();
    this.tables.delete(tableId);
  }
}
