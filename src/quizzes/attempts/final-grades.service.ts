import { Injectable } from '@nestjs/common';
import { CHAPTER_QUIZ } from '../../content/structures';
import { Studies } from '../../cohorts/enrolment/studies.service';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { finalShare, reachesMark } from '../sitting/counting';
import type { Paper } from '../sitting/draws';
import { Attempt } from './attempt.entity';
import { HandIns } from './hand-ins.service';

/** The grade that counts of all tries at a step, and what it completes. */
@Injectable()
export class FinalGrades {
  constructor(
    private readonly database: Database,
    private readonly studies: Studies,
    private readonly people: StudyQueries,
    private readonly handIns: HandIns,
  ) {}

  /** Completes the step, and all that follows from it, once the grade that counts reaches the pass mark. What is completed stays so. */
  async complete(write: Writer, attempt: Attempt, paper: Paper, at: Date): Promise<void> {
    const { enrolmentId, personId, module, step, preview } = attempt;
    if (preview) return;
    await this.handIns.tell(write, attempt, at);
    if (module === CHAPTER_QUIZ) return;
    const tries = await this.database
      .read(Attempt)
      .find({ where: { enrolmentId, module, step, preview: false }, order: { number: 'ASC' } });
    const { counting } = paper.rules;
    const reached = counting === 'highest' ? tries.some(({ passed }) => passed) : reachesMark(finalShare(counting, tries), paper.passMark);
    const study = await this.people.one(enrolmentId, personId);
    if (!study || study.state === 'withdrawn') return;
    if (reached) await this.studies.finish(write, study, `step:${module}/${step}`, at);
    else await this.studies.betterResult(write, study, at);
  }
}
