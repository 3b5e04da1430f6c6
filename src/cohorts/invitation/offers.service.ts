import { Injectable } from '@nestjs/common';
import type { Chapter } from '../../chapters/chapter.entity';
import { Chapters } from '../../chapters/chapters.service';
import type { Language } from '../../kernel/language';
import { Outlines, type ProgrammeOutline } from '../../modules/outlines.service';
import { Weights } from '../../modules/weights.service';
import type { Cohort } from '../cohort.entity';
import { Enrolments } from '../enrolment/enrolments.service';

/** What an invitation offers, before anybody says who they are. */
export interface Offer {
  cohort: Cohort;
  chapter: Chapter;
  programme: ProgrammeOutline;
  /** What all of it weighs on the way to a reader, in bytes. */
  bytes: number;
  /** How many people are in already. */
  taken: number;
}

@Injectable()
export class Offers {
  constructor(
    private readonly chapters: Chapters,
    private readonly enrolments: Enrolments,
    private readonly outlines: Outlines,
    private readonly weights: Weights,
  ) {}

  async of(cohort: Cohort, language: Language): Promise<Offer> {
    const { programmeVersionId, pins, chapterId } = cohort;
    const [chapter, programme, bytes, taken] = await Promise.all([
      this.chapters.byId(chapterId),
      this.outlines.programme(programmeVersionId, pins, language),
      this.weights.ofProgramme(programmeVersionId, pins, language),
      this.enrolments.taken(cohort.id),
    ]);
    return { cohort, chapter: chapter!, programme, bytes, taken };
  }
}
