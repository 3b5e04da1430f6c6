import { Injectable } from '@nestjs/common';
import { ReviewQueue, type WaitingCohort } from '../../assignments/reviews/review-queue.service';
import { HoldingQueries, type WaitingForName } from '../../certificates/holding/holding.queries';
import { Chapters } from '../../chapters/chapters.service';
import { isAtLeast } from '../../chapters/roles';
import { type AskedCohort, RequestQueries } from '../../cohorts/requests/requests.queries';
import { MarkingQueue, type WaitingChapter } from '../../quizzes/marking/marking-queue.service';

/** What waits for somebody who helps to run chapters, beside the people who need a letter. */
export interface Queues {
  works: WaitingCohort[];
  texts: WaitingChapter[];
  asking: AskedCohort[];
  names: WaitingForName[];
}

/** The queues of a day, each as its own feature keeps it. Requests are for leads. */
@Injectable()
export class TodayQueues {
  constructor(
    private readonly chapters: Chapters,
    private readonly requests: RequestQueries,
    private readonly works: ReviewQueue,
    private readonly marking: MarkingQueue,
    private readonly certificates: HoldingQueries,
  ) {}

  async of(personId: string, now: Date): Promise<Queues> {
    const led = (await this.chapters.rolesOf(personId)).filter(({ roles }) => isAtLeast(roles, 'lead'));
    const ids = led.map(({ chapter }) => chapter.id);
    const [works, texts, asking, names] = await Promise.all([
      this.works.waitingFor(personId, now),
      this.marking.waitingFor(personId),
      this.requests.counts(ids),
      this.certificates.waiting(ids),
    ]);
    return { works, texts, asking, names };
  }
}
