import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { type Assignment, peersNeeded } from '../assignment';
import { type Levels, medianMark } from '../marking';
import { Review } from '../reviews/review.entity';
import { Settling } from '../reviews/settling.service';
import type { AssignmentPlace } from '../works/assignment-step.guard';
import { Work } from '../works/work.entity';
import { choose, open } from './allocation';
import { PeerQueries, type TakenReview } from './peers.queries';

/** Whose reviews are meant: somebody who has handed in, and the assignment. */
export interface Peer {
  place: Pick<AssignmentPlace, 'study' | 'assignmentVersionId'>;
  task: Assignment;
  work: Work;
}

/** Reviews by those who have handed in the same assignment. */
@Injectable()
export class PeerReviews {
  constructor(
    private readonly database: Database,
    private readonly queries: PeerQueries,
    private readonly settling: Settling,
  ) {}

  takenBy({ study, assignmentVersionId }: Peer['place']): Promise<TakenReview[]> {
    return this.queries.takenBy(study.personId, assignmentVersionId);
  }

  /**
   * Gives somebody the next work to review and returns the review's id: the one they have begun, or a new one. Null when they owe none or
   * there is nothing to review; a work that waited only for its author's reviews is then accepted.
   */
  async take(write: Writer, peer: Peer, chance: () => number, now: Date): Promise<string | null> {
    await write.lock(Work, peer.work.id);
    const work = await this.fresh(peer.work.id);
    const begun = (await this.takenBy(peer.place)).find(({ givenAt }) => !givenAt);
    if (begun) return begun.id;
    const { candidates, reviewer, needed } = await this.pool({ ...peer, work }, now);
    const next = work.reviewsGiven < needed ? choose(candidates, reviewer, needed, chance) : null;
    if (!next) {
      if (work.state === 'passed') await this.settling.settle(write, work, 'accepted', now);
      return null;
    }
    const review = { id: newId(), workId: next.workId, number: 1, reviewerId: work.personId, peer: true, levels: {}, comment: '' };
    await write.insert(Review, { ...review, verdict: null, takenAt: now, givenAt: null });
    return review.id;
  }

  /** Gives a review. With the last one that the work needed, its result stands; refuses what was given before. */
  async give(write: Writer, peer: Peer, id: string, { levels, comment }: { levels: Levels; comment: string }, now: Date): Promise<void> {
    for (const each of [peer.work.id, (await this.database.read(Review).findOneByOrFail({ id })).workId].sort())
      await write.lock(Work, each);
    const given = await write.update(Review, { id, givenAt: IsNull() }, { levels, comment, givenAt: now });
    if (given !== 1) throw new Refusal('assignments.refusal.given');
    const own = await this.fresh(peer.work.id);
    await write.changeAt(Work, { id: own.id, version: own.version }, { reviewsGiven: own.reviewsGiven + 1, savedAt: now });
    const { workId, number } = await this.database.read(Review).findOneByOrFail({ id });
    await this.decide(write, peer.task, await this.fresh(workId), number, now);
    const mine = await this.fresh(own.id);
    if (mine.state === 'passed' && !(await this.owes({ ...peer, work: mine }, now)))
      await this.settling.settle(write, mine, 'accepted', now);
  }

  /** Whether somebody owes a review that they could give: nobody waits for what cannot be done. */
  async owes(peer: Peer, now: Date): Promise<boolean> {
    const { candidates, reviewer, needed } = await this.pool(peer, now);
    if (peer.work.reviewsGiven >= needed) return false;
    const begun = (await this.takenBy(peer.place)).some(({ givenAt }) => !givenAt);
    return begun || open(candidates, reviewer, needed).length > 0;
  }

  private async decide(write: Writer, task: Assignment, work: Work, number: number, now: Date): Promise<void> {
    const all = await this.queries.levelsFor(work.id, number);
    if (work.state !== 'waiting' || work.number !== number || all.length < peersNeeded(task)) return;
    if (!medianMark(task.criteria, all, task.passMark).passed) return this.settling.settle(write, work, 'revise', now);
    const place = await this.placeOf(work);
    const owes = place && (await this.owes({ place, task, work }, now));
    await this.settling.settle(write, work, owes ? 'passed' : 'accepted', now);
  }

  private async pool({ place, task, work }: Peer, now: Date) {
    const needed = peersNeeded(task);
    const days = task.review.by === 'peers' ? task.review.days : 0;
    const { study, assignmentVersionId } = place;
    const since = new Date(now.getTime() - days * 86_400_000);
    const candidates = await this.queries.candidates(assignmentVersionId, study.cohort.language, since);
    const had = new Set((await this.takenBy(place)).map(({ workId }) => workId));
    return { candidates, needed, reviewer: { personId: work.personId, chapterId: study.chapter.id, had } };
  }

  private async placeOf({ enrolmentId, personId, assignmentVersionId }: Work): Promise<Peer['place'] | null> {
    const study = await this.settling.studyOf(enrolmentId, personId);
    return study && { study, assignmentVersionId };
  }

  private async fresh(id: string): Promise<Work> {
    const work = await this.database.read(Work).findOneBy({ id });
    if (!work) throw new NotFound();
    return work;
  }
}
