import { Injectable } from '@nestjs/common';
import type { Chapter } from '../chapters/chapter.entity';
import { Chapters } from '../chapters/chapters.service';
import { isAtLeast, type Role } from '../chapters/roles';
import { isId } from '../kernel/identifier';
import { Refusal } from '../kernel/refusal';
import type { Permission } from '../web/permissions/permission';
import type { Viewer } from '../web/requests/viewer';
import type { Cohort } from './cohort.entity';
import { Cohorts } from './cohorts.service';

/** A cohort as one of its chapter's team sees it. */
export interface OwnCohort {
  cohort: Cohort;
  chapter: Chapter;
  /** May change things: a lead of the chapter, or a steward. */
  lead: boolean;
}

/** The cohort in the address as `:cohort`, for the trainers and leads of its chapter and for stewards. */
@Injectable()
export class TrainerOfCohort implements Permission {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly chapters: Chapters,
  ) {}

  async subject(viewer: Viewer | null, { cohort: id }: Record<string, string>): Promise<OwnCohort | null> {
    if (!viewer || !isId(id)) return null;
    const cohort = await this.cohorts.byId(id);
    if (!cohort) return null;
    const own = (await this.chapters.rolesOf(viewer.id)).find(({ chapter }) => chapter.id === cohort.chapterId);
    const chapter = own?.chapter ?? (viewer.steward ? await this.chapters.byId(cohort.chapterId) : null);
    const may = (role: Role) => viewer.steward || isAtLeast(own?.roles ?? [], role);
    return chapter && may('trainer') ? { cohort, chapter, lead: may('lead') } : null;
  }

  /** What was put away is read, and not changed. */
  closed({ cohort }: OwnCohort): void {
    if (cohort.archivedAt) throw new Refusal('states.refusal.archived');
  }
}

/** The cohort in the address, for the leads of its chapter and for stewards. */
@Injectable()
export class LeadOfCohort extends TrainerOfCohort {
  override async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnCohort | null> {
    const own = await super.subject(viewer, parameters);
    return own?.lead ? own : null;
  }
}
