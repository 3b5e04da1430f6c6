import { Injectable } from '@nestjs/common';
import type { Chapter } from '../../chapters/chapter.entity';
import { Chapters } from '../../chapters/chapters.service';
import { isId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import type { Cohort } from '../cohort.entity';
import { Cohorts } from '../cohorts.service';
import { phase } from '../schedule';
import { type AskingState, askingState, notBefore } from './asking';
import type { JoinRequest } from './join-request.entity';
import { OpenDoors } from './open-doors.service';
import { Requests } from './requests.service';

/** A cohort as somebody sees it who would like to be in it. */
export interface AskedFor {
  cohort: Cohort;
  chapter: Chapter;
  state: AskingState;
  request: JoinRequest | null;
  /** From when on they may ask again. */
  again: Date | null;
}

/** Cohorts that people may ask to join. */
@Injectable()
export class AskedCohorts {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly chapters: Chapters,
    private readonly doors: OpenDoors,
    private readonly requests: Requests,
  ) {}

  /** What strangers may find; and, whatever has changed since, what somebody asked for. Anything else is not there. */
  async find(id: string, personId: string | null, now: Date): Promise<AskedFor> {
    const cohort = isId(id) ? await this.cohorts.byId(id) : null;
    const chapter = cohort && (await this.chapters.byId(cohort.chapterId));
    if (!cohort || !chapter) throw new NotFound();
    const request = personId === null ? null : await this.requests.of(id, personId);
    const open = chapter.shown && phase(cohort, now) !== 'over' && (await this.doors.isOpen(id));
    if (!open && !request) throw new NotFound();
    const enrolled = personId !== null && (await this.requests.enrolled(id, personId));
    return { cohort, chapter, request, state: askingState(request, { enrolled, open }, now), again: notBefore(request, now) };
  }
}
