import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { type AssignmentPlace, OwnAssignmentStep } from '../works/assignment-step.guard';
import { PeerQueries, type TakenReview } from './peers.queries';

/** A review that one was given to write, at one's own step. */
export interface PeerReviewPlace extends AssignmentPlace {
  review: TakenReview;
}

/** The review in the address as `:review`, for whom it was given to. */
@Injectable()
export class OwnPeerReview implements Permission {
  constructor(
    private readonly own: OwnAssignmentStep,
    private readonly queries: PeerQueries,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<PeerReviewPlace | null> {
    const { review: id } = parameters;
    if (!isId(id)) return null;
    const place = await this.own.subject(viewer, parameters);
    const review = place && (await this.queries.takenBy(place.study.personId, place.assignmentVersionId)).find((one) => one.id === id);
    return place && review ? { ...place, review } : null;
  }

  closed(place: PeerReviewPlace): void {
    this.own.closed(place);
  }
}
