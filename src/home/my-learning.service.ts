import { Injectable } from '@nestjs/common';
import type { Announced } from '../cohorts/announcements/announcements.queries';
import { Announcements } from '../cohorts/announcements/announcements.service';
import { Certificates } from '../certificates/issuing/certificates.service';
import { Studies } from '../cohorts/enrolment/studies.service';
import type { Study } from '../cohorts/enrolment/study';
import { Lessons } from '../lessons/lessons.service';
import type { Language } from '../kernel/language';
import { Outlines, type ProgrammeOutline } from '../modules/outlines.service';
import type { Standing } from '../progress/standing';
import type { Viewer } from '../web/requests/viewer';

export interface LearningInCohort {
  study: Study;
  programme: ProgrammeOutline;
  standing: Standing;
  /** Subjects of the ledger that are complete. */
  done: ReadonlySet<string>;
  place: { module: string; step: string; heading: string } | null;
  certificate: { id: string; code: string; issuedAt: Date } | null;
  /** The newest announcement, while it is news. */
  news: Announced | null;
}

/** Everything a trainee's first page tells: each cohort, how far they are, what comes next. */
@Injectable()
export class MyLearning {
  constructor(
    private readonly studies: Studies,
    private readonly outlines: Outlines,
    private readonly lessons: Lessons,
    private readonly certificates: Certificates,
    private readonly announcements: Announcements,
  ) {}

  async of(viewer: Viewer, language: Language, now: Date): Promise<LearningInCohort[]> {
    const [studies, certificates] = await Promise.all([this.studies.of(viewer), this.certificates.of(viewer.id)]);
    return Promise.all(
      studies.map(async (study) => ({
        study,
        programme: await this.outlines.programme(study.cohort.programmeVersionId, study.cohort.pins, language),
        ...(await this.studies.progress(study)),
        place: await this.lessons.placeIn(study.enrolmentId),
        certificate: certificates.find(({ enrolmentId }) => enrolmentId === study.enrolmentId) ?? null,
        news: await this.announcements.news(study.cohort.id, now),
      })),
    );
  }
}
