import { Injectable } from '@nestjs/common';

type Listener = () => void;

/** Tells those who look at a table that something happened there: nothing but that it did, so that whoever hears it learns nothing they may not see. */
@Injectable()
export class Announcements {
  private readonly listeners = new Map<string, Set<Listener>>();

  say(tableId: string): void {
    for (const listener of this.listeners.get(tableId) ?? []) listener();
  }

  /** Returns how to stop listening. */
  listen(tableId: string, listener: Listener): () => void {
    const all = this.listeners.get(tableId) ?? new Set();
    this.listeners.set(tableId, all.add(listener));
    return () => {
      all.delete(listener);
      if (!all.size) this.listeners.delete(tableId);
    };
  }
}
