import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { isOf, Files } from '../files/files.service';
import type { WorkFile } from '../files/work-file.entity';
import { type Task, Tasks } from '../tasks.service';
import type { AssignmentPlace } from '../works/assignment-step.guard';
import type { WorkVersion } from '../works/work-version.entity';
import { Works } from '../works/works.service';
import type { PeerReviewPlace } from './own-peer-review.guard';
import type { Peer } from './peer-reviews.service';

/** What a peer sees of a work. */
export interface PeerSeen extends Task {
  version: WorkVersion;
  files: WorkFile[];
}

/** Pages of peers, gathered. */
@Injectable()
export class PeerPages {
  constructor(
    private readonly tasks: Tasks,
    private readonly works: Works,
    private readonly files: Files,
  ) {}

  /** Somebody who may review, because they have handed in; for all others nothing is there. */
  async peer(place: AssignmentPlace): Promise<Peer> {
    const [{ task }, work] = [await this.tasks.of(place.assignmentVersionId, place.study.cohort.language), await this.works.at(place)];
    if (!work || work.number === 0 || task.review.by !== 'peers') throw new NotFound();
    return { place, task, work };
  }

  async of({ assignmentVersionId, review }: PeerReviewPlace, language: Language): Promise<PeerSeen> {
    const { workId, number } = review;
    const version = (await this.works.versionsOf(workId)).find((one) => one.number === number);
    if (!version) throw new NotFound();
    return { ...(await this.tasks.of(assignmentVersionId, language)), version, files: (await this.files.of(workId)).filter(isOf(number)) };
  }
}
