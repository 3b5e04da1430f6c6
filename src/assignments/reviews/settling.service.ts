import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import { Studies } from '../../cohorts/enrolment/studies.service';
import type { Writer } from '../../database/writer';
import { stepSubject } from '../../progress/subjects';
import { Work } from '../works/work.entity';
import { AnswerLetters } from './answer-letters.service';

/** What comes of an answer: the step is done, or the work goes back, and its author is told. */
@Injectable()
export class Settling {
  constructor(
    private readonly studies: Studies,
    private readonly queries: StudyQueries,
    private readonly letters: AnswerLetters,
  ) {}

  /** Accepts a work and counts its step as done; `passed` is what peers have passed while its author still owes reviews. */
  async settle(write: Writer, work: Work, to: 'accepted' | 'revise' | 'passed', now: Date): Promise<void> {
    await write.changeAt(Work, { id: work.id, version: work.version }, { state: to, answeredAt: now });
    const study = await this.studyOf(work.enrolmentId, work.personId);
    if (!study) return;
    if (to === 'accepted') await this.studies.finish(write, study, stepSubject(work.module, work.step), now);
    await this.letters.send(write, work, study, to);
  }

  studyOf(enrolmentId: string, personId: string): Promise<Study | null> {
    return this.queries.one(enrolmentId, personId);
  }
}
