import { Injectable } from '@nestjs/common';
import type { Texts } from '../../content/package';
import type { Writer } from '../../database/writer';
import type { Question } from '../questions/question';

/** A key that was corrected in a quiz, so that what the quiz was made from can follow. */
export interface KeyChange {
  slug: string;
  /** null for everybody */
  chapterId: string | null;
  structure: Question;
  /** words that the new key brings, relative to the question, in the language of the original */
  texts: Texts;
  byId: string;
}

export type AfterKeyChange = (write: Writer, change: KeyChange, now: Date) => Promise<void>;

/** Tells those who have asked at start-up that a key was corrected, in the same transaction: a bank of questions, for one. */
@Injectable()
export class KeyChanges {
  private readonly listeners: AfterKeyChange[] = [];

  add(listener: AfterKeyChange): void {
    this.listeners.push(listener);
  }

  async tell(write: Writer, change: KeyChange, now: Date): Promise<void> {
    for (const listener of this.listeners) await listener(write, change, now);
  }
}
