import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ExtraTimes } from '../../cohorts/allowances/extra-times.service';
import { Enrolment } from '../../cohorts/enrolment/enrolment.entity';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { lengthened, nextDue } from '../sitting/timing';
import { notAfter } from '../papers/quiz-days';
import { Attempt } from './attempt.entity';
import { QuizVersions } from './quiz-versions.service';

/** More time for one person, in the attempts to come and in the one that is open. */
@Injectable()
export class MoreTime {
  constructor(
    private readonly database: Database,
    private readonly extraTimes: ExtraTimes,
    private readonly quizzes: QuizVersions,
  ) {}

  /**
   * Sets it as somebody saw it; throws Conflict when somebody else has changed it since. An open attempt gets the end it would have had from the
   * start where that is later and its time is not over; nobody loses time that they were promised.
   */
  async give(write: Writer, at: { id: string; version: number }, percent: number, now: Date): Promise<void> {
    await write.lock(Enrolment, at.id); // an attempt that begins meanwhile sees the one or the other
    await this.extraTimes.change(write, at, percent);
    const open = await this.database.read(Attempt).findBy({ enrolmentId: at.id, handedInAt: IsNull(), abandonedAt: IsNull() });
    for (const attempt of open) {
      const { minutes, rules } = await this.quizzes.paper(attempt);
      const longest = lengthened(attempt, minutes, percent, now);
      const endsAt = longest && notAfter(longest, await this.quizzes.closing(attempt));
      const longer = { endsAt, overdueAt: null };
      if (endsAt && endsAt > attempt.endsAt!)
        await write.update(
          Attempt,
          { id: attempt.id, handedInAt: IsNull() },
          { ...longer, dueAt: nextDue(longer, rules), extraTime: percent },
        );
    }
  }
}
