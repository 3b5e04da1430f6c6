import { Injectable } from '@nestjs/common';
import type { Pins } from '../../content/content.service';
import type { Writer } from '../../database/writer';
import type { Completed } from '../../progress/standing';

/** Somebody's study after an act by which they may have come further: by a step, or only by a better result. */
export interface Progressed {
  enrolmentId: string;
  personId: string;
  /** What they study, as it is pinned at this moment. */
  pinned: { programmeVersionId: string; pins: Pins };
  /** Everything that stands in their ledger now. */
  completions: readonly Completed[];
}

export type AfterProgress = (write: Writer, progressed: Progressed, now: Date) => Promise<void>;

/** Tells those who have asked at start-up that somebody came further, in the same transaction: certificates, for one. */
@Injectable()
export class StudyFollowers {
  private readonly followers: AfterProgress[] = [];

  add(follower: AfterProgress): void {
    this.followers.push(follower);
  }

  async tell(write: Writer, progressed: Progressed, now: Date): Promise<void> {
    for (const follower of this.followers) await follower(write, progressed, now);
  }
}
