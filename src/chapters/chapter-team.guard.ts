import { Injectable } from '@nestjs/common';
import type { Permission } from '../web/permissions/permission';
import type { Viewer } from '../web/requests/viewer';
import type { Chapter } from './chapter.entity';
import { Chapters } from './chapters.service';
import { isAtLeast, type Role } from './roles';
import { isSlug } from './slug';

/** A chapter as one of its team sees it. */
export interface OwnChapter {
  chapter: Chapter;
  /** May change things: a lead of the chapter, or a steward. */
  lead: boolean;
}

/** The chapter in the address as `:chapter`, for its trainers, its leads and stewards. */
@Injectable()
export class TrainerOfChapter implements Permission {
  constructor(protected readonly chapters: Chapters) {}

  async subject(viewer: Viewer | null, { chapter: slug }: Record<string, string>): Promise<OwnChapter | null> {
    if (!viewer || !slug || !isSlug(slug)) return null;
    const own = (await this.chapters.rolesOf(viewer.id)).find(({ chapter }) => chapter.slug === slug);
    const chapter = viewer.steward ? await this.chapters.bySlug(slug) : own?.chapter;
    if (!chapter) return null;
    const may = (role: Role) => viewer.steward || isAtLeast(own?.roles ?? [], role);
    return may('trainer') ? { chapter, lead: may('lead') } : null;
  }
}

/** The chapter in the address, for its leads and stewards. */
@Injectable()
export class LeadOfChapter extends TrainerOfChapter {
  override async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnChapter | null> {
    const own = await super.subject(viewer, parameters);
    return own?.lead ? own : null;
  }
}

/** Stewards, and whoever helps to run at least one chapter. */
@Injectable()
export class OnSomeTeam implements Permission {
  constructor(private readonly chapters: Chapters) {}

  async subject(viewer: Viewer | null): Promise<object | null> {
    if (!viewer || viewer.steward) return viewer;
    return (await this.chapters.rolesOf(viewer.id)).some(({ roles }) => isAtLeast(roles, 'trainer')) ? viewer : null;
  }
}
