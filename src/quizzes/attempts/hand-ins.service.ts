import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import type { Attempt } from './attempt.entity';

/** What is to be done, in the same transaction, once an attempt was handed in and marked. */
export type AfterHandIn = (write: Writer, attempt: Attempt, at: Date) => Promise<void>;

/** Tells those who have asked at start-up that an attempt was handed in; it may be told again when it is marked anew. */
@Injectable()
export class HandIns {
  private readonly listeners: AfterHandIn[] = [];

  add(listener: AfterHandIn): void {
    this.listeners.push(listener);
  }

  async tell(write: Writer, attempt: Attempt, at: Date): Promise<void> {
    for (const listener of this.listeners) await listener(write, attempt, at);
  }
}
