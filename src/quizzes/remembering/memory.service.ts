import { Injectable } from '@nestjs/common';
import { fsrs } from 'ts-fsrs';
import { daysBetween, daysLater, fuzzed, type Rating } from './recall';

/** What is known about a memory. */
export interface Remembered {
  stability: number;
  difficulty: number;
  lastAt: Date;
}

export interface Scheduled extends Remembered {
  dueAt: Date;
}

/** How memories fade: FSRS 6 with its usual parameters. Time and chance are handed in. */
@Injectable()
export class Memory {
  private readonly scheduler = fsrs({ enable_fuzz: false });

  /** A question that was missed for the first time. */
  missed(now: Date, seed: string): Scheduled {
    return this.scheduled(this.scheduler.next_state(null, 0, 1), now, seed);
  }

  answered(before: Remembered, rating: Rating, now: Date, seed: string): Scheduled {
    const { stability, difficulty } = before;
    return this.scheduled(this.scheduler.next_state({ stability, difficulty }, this.days(before, now), rating), now, seed);
  }

  /** How likely it is still known, 0 to 1. */
  retrievability(memory: Remembered, now: Date): number {
    return this.scheduler.forgetting_curve(daysBetween(memory.lastAt, now), memory.stability);
  }

  /** Whole days, as FSRS counts them: what is asked twice on one day is the same day. */
  private days({ lastAt }: Remembered, now: Date): number {
    return Math.floor(daysBetween(lastAt, now));
  }

  private scheduled({ stability, difficulty }: { stability: number; difficulty: number }, now: Date, seed: string): Scheduled {
    const days = fuzzed(this.scheduler.next_interval(stability, 0), seed);
    return { stability, difficulty, lastAt: now, dueAt: daysLater(now, days) };
  }
}
