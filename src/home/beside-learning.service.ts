import { Injectable } from '@nestjs/common';
import { StudyQueries } from '../cohorts/enrolment/studies.queries';
import type { Study } from '../cohorts/enrolment/study';
import { WaitingLists } from '../cohorts/waiting/waiting-lists.service';
import type { OwnPlace } from '../cohorts/waiting/waiting.queries';
import type { Viewer } from '../web/requests/viewer';

/** What stands on a learning page beside what is learnt: where somebody waits, and where they were. */
export interface Beside {
  waiting: OwnPlace[];
  left: Study[];
}

@Injectable()
export class BesideLearning {
  constructor(
    private readonly waiting: WaitingLists,
    private readonly studies: StudyQueries,
  ) {}

  async of({ id }: Viewer): Promise<Beside> {
    const [waiting, studies] = await Promise.all([this.waiting.of(id), this.studies.ofPerson(id)]);
    return { waiting, left: studies.filter(({ state }) => state === 'withdrawn') };
  }
}
