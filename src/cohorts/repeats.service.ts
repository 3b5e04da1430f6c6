import { Injectable } from '@nestjs/common';
import type { Writer } from '../database/writer';

type Copy = (write: Writer, from: string, to: string, now: Date) => Promise<void>;

/** What a cohort that runs again takes along from the one before, beside what its form says. Whoever keeps something about cohorts adds how it is copied. */
@Injectable()
export class Repeats {
  private readonly copies: Copy[] = [];

  add(copy: Copy): void {
    this.copies.push(copy);
  }

  async take(write: Writer, from: string, to: string, now: Date): Promise<void> {
    for (const copy of this.copies) await copy(write, from, to, now);
  }
}
