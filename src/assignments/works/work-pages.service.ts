import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/language';
import { PeerReviews } from '../peers/peer-reviews.service';
import type { TakenReview } from '../peers/peers.queries';
import { type Task, Tasks } from '../tasks.service';
import type { AssignmentPlace } from './assignment-step.guard';
import { Doors } from './doors.service';
import { Histories, type History } from './histories.service';
import type { Work } from './work.entity';
import { Works } from './works.service';

/** Everything that somebody sees of their own work. */
export interface OwnWork extends Task, History {
  place: AssignmentPlace;
  work: Work | null;
  locked: { address: string } | null;
  /** What they review of others; null where peers do not review, and before they have handed in. */
  peers: { taken: TakenReview[]; owes: boolean } | null;
}

/** One's own page of an assignment, gathered. */
@Injectable()
export class WorkPages {
  constructor(
    private readonly tasks: Tasks,
    private readonly doors: Doors,
    private readonly works: Works,
    private readonly histories: Histories,
    private readonly peerReviews: PeerReviews,
  ) {}

  async of(place: AssignmentPlace, language: Language, now: Date): Promise<OwnWork> {
    const [task, locked, work] = await Promise.all([
      this.tasks.of(place.assignmentVersionId, language),
      this.doors.lessonFirst(place),
      this.works.at(place),
    ]);
    const history = work ? await this.histories.of(work.id) : { versions: [], files: [], reviews: [] };
    return { ...task, ...history, place, work, locked, peers: await this.peersOf(place, task, work, now) };
  }

  private async peersOf(place: AssignmentPlace, { task }: Task, work: Work | null, now: Date): Promise<OwnWork['peers']> {
    if (task.review.by !== 'peers' || !work || work.number === 0) return null;
    const owes = work.state !== 'accepted' && (await this.peerReviews.owes({ place, task, work }, now));
    return { taken: await this.peerReviews.takenBy(place), owes };
  }
}
