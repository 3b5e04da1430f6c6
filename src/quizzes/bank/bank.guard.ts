import { Injectable } from '@nestjs/common';
import type { Chapter } from '../../chapters/chapter.entity';
import { TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Chapters } from '../../chapters/chapters.service';
import { isAtLeast } from '../../chapters/roles';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';

/** A bank of questions as somebody comes to it. */
export interface Bank {
  /** Null for the bank that all chapters share. */
  chapter: Chapter | null;
  mayWrite: boolean;
}

/**
 * The bank of the chapter in the address, for whoever trains there, leads it, or is a steward; without a chapter the one that all share,
 * for whoever helps to run a chapter, and stewards.
 */
@Injectable()
export class BankReader implements Permission {
  private readonly trainers: TrainerOfChapter;

  constructor(private readonly chapters: Chapters) {
    this.trainers = new TrainerOfChapter(chapters);
  }

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<Bank | null> {
    if (!viewer) return null;
    if (parameters['chapter'] !== undefined) {
      const own = await this.trainers.subject(viewer, parameters);
      return own && { chapter: own.chapter, mayWrite: true };
    }
    const onTeam = (await this.chapters.rolesOf(viewer.id)).some(({ roles }) => isAtLeast(roles, 'trainer'));
    return viewer.steward || onTeam ? { chapter: null, mayWrite: viewer.steward } : null;
  }
}

/** The same for those who may change what is in it. */
@Injectable()
export class BankWriter extends BankReader {
  override async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<Bank | null> {
    const bank = await super.subject(viewer, parameters);
    return bank?.mayWrite ? bank : null;
  }
}
