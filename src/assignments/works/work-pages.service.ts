import { Injectable } from '@nestjs/common';
import { type Due, dueOf, type Reading } from '../../cohorts/timetable/due';
import { type Closed, Openings } from '../../cohorts/timetable/openings.service';
import { PeerReviews } from '../peers/peer-reviews.service';
import type { TakenReview } from '../peers/peers.queries';
import { type Task, Tasks } from '../tasks.service';
import type { AssignmentPlace } from './assignment-step.guard';
import { Histories, type History } from './histories.service';
import type { Work } from './work.entity';
import { isTakingPart } from './taking-part';
import { Works } from './works.service';

/** Everything that somebody sees of their own work. */
export interface OwnWork extends Task, History {
  place: AssignmentPlace;
  work: Work | null;
  /** The lesson that comes first, and why the module is not open; null for what was begun, for that goes on. */
  locked: { address: string } | null;
  closed: Closed | null;
  due: Due | null;
  /** What they review of others; null where peers do not review, and before they have handed in. */
  peers: { taken: TakenReview[]; owes: boolean } | null;
}

/** One's own page of an assignment, gathered. */
@Injectable()
export class WorkPages {
  constructor(
    private readonly tasks: Tasks,
    private readonly openings: Openings,
    private readonly works: Works,
    private readonly histories: Histories,
    private readonly peerReviews: PeerReviews,
  ) {}

  async of(place: AssignmentPlace, reading: Reading): Promise<OwnWork> {
    const { now, language } = reading;
    const [task, work] = await Promise.all([this.tasks.of(place.assignmentVersionId, language), this.works.at(place)]);
    const [locked, closed] = work
      ? [null, null]
      : [await this.openings.lessonFirst(place), await this.openings.closed(place, language, now)];
    const history = work ? await this.histories.of(work.id) : { versions: [], files: [], reviews: [] };
    const due = dueOf(place.study, place.module, reading);
    return { ...task, ...history, place, work, locked, closed, due, peers: await this.peersOf(place, task, work, now) };
  }

  private async peersOf(place: AssignmentPlace, { task }: Task, work: Work | null, now: Date): Promise<OwnWork['peers']> {
    if (task.review.by !== 'peers' || !work || work.number === 0 || !isTakingPart(place.study)) return null;
    const owes = work.state !== 'accepted' && (await this.peerReviews.owes({ place, task, work }, now));
    return { taken: await this.peerReviews.takenBy(place), owes };
  }
}
