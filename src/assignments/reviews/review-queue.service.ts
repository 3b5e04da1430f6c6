import { Injectable } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { isAtLeast } from '../../chapters/roles';
import { Content } from '../../content/content.service';
import { assignment } from '../assignment';
import { type TeamReason, teamReason } from '../works/state';
import { type HandedIn, ReviewQueries } from './reviews.queries';

/** A work in a team's list, and why it is theirs; null while it is not. */
export interface Queued extends HandedIn {
  reason: TeamReason | null;
}

/** How many works of a cohort wait for its team. */
export interface WaitingCohort {
  id: string;
  name: string;
  count: number;
  /** When the one was handed in that has waited longest. */
  since: Date;
}

/** Which works wait for whom; every number of waiting works on any page is counted here. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly queries: ReviewQueries,
    private readonly chapters: Chapters,
    private readonly content: Content,
  ) {}

  /** All works of a cohort that were handed in, the oldest first. */
  async of(cohortId: string, now: Date): Promise<Queued[]> {
    return this.withReasons(await this.queries.inCohort(cohortId), now);
  }

  /** The cohorts with works that wait for somebody who is on their team, the longest wait first. A person's own works wait for others. */
  async waitingFor(personId: string, now: Date): Promise<WaitingCohort[]> {
    const own = (await this.chapters.rolesOf(personId)).filter(({ roles }) => isAtLeast(roles, 'trainer'));
    const rows = await this.withReasons(await this.queries.waitingIn(own.map(({ chapter }) => chapter.id)), now);
    const found = new Map<string, WaitingCohort>();
    for (const { reason, personId: author, cohortId: id, cohortName: name, handedInAt } of rows) {
      if (!reason || author === personId) continue;
      const before = found.get(id);
      found.set(id, { id, name, count: (before?.count ?? 0) + 1, since: before?.since ?? handedInAt });
    }
    return [...found.values()];
  }

  private withReasons(rows: readonly HandedIn[], now: Date): Promise<Queued[]> {
    return Promise.all(
      rows.map(async (row) => {
        const task = assignment(await this.content.document(row.assignmentVersionId));
        return { ...row, reason: row.left ? null : teamReason(row, task, now) };
      }),
    );
  }
}
