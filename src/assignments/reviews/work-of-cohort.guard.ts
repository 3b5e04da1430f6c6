import { Injectable } from '@nestjs/common';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { isId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { type HandedIn, ReviewQueries } from './reviews.queries';

/** A work that was handed in, as the team of its cohort sees it. */
export interface WorkOfTeam extends OwnCohort {
  handedIn: HandedIn;
}

/** The work in the address as `:work`, in the cohort `:cohort`, for the team of its chapter and for stewards. What is still being written is nobody's but its author's. */
@Injectable()
export class WorkOfCohort implements Permission {
  constructor(
    private readonly team: TrainerOfCohort,
    private readonly works: ReviewQueries,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<WorkOfTeam | null> {
    const { work } = parameters;
    if (!isId(work)) return null;
    const own = await this.team.subject(viewer, parameters);
    const handedIn = own && (await this.works.one(work, own.cohort.id));
    return own && handedIn ? { ...own, handedIn } : null;
  }

  /** The work of somebody who has left is read, and not answered. */
  closed(own: WorkOfTeam): void {
    this.team.closed(own);
    if (own.handedIn.left) throw new Refusal('moves.refusal.gone');
  }
}
