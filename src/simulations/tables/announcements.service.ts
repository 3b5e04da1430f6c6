import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';

type Listener = () => void;

const CHANNEL = 'tables';

/**
 * Tells those who look at a table that something happened there: nothing but that it did, so that whoever hears it learns nothing they may
 * not see. Where several processes share a database they tell each other.
 */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Map<string, Set<Listener>>();
  /** This process among those that share a database: it has said already what it hears of itself. */
  private readonly own = newId();
  private deaf: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.deaf = this.database.hear(CHANNEL, (said) => {
      if (said === null) return [...this.listeners.keys()].forEach((id) => this.say(id)); // something may have been missed
      const [from, tableId = ''] = said.split(' ');
      if (from !== this.own) this.say(tableId);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.deaf();
  }

  /** Part of the transaction in which something happens: once it is durable, it is said here and in every other process. */
  async announce(write: Writer, tableId: string): Promise<void> {
    await this.database.tell(CHANNEL, `${this.own} ${tableId}`);
    write.afterCommit(() => this.say(tableId));
  }

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
