import { Injectable } from '@nestjs/common';
import { Studies } from '../cohorts/enrolment/studies.service';
import { Database } from '../database/database.service';
import type { OpenLesson } from './lesson.guard';
import { ReadingPlace } from './reading-place.entity';

/** Reading: what counts as read, and where somebody stopped. */
@Injectable()
export class Lessons {
  constructor(
    private readonly database: Database,
    private readonly studies: Studies,
  ) {}

  /** Counts the lesson as read, and whatever becomes complete by it. Saying it twice changes nothing. */
  read({ study, module, lesson }: OpenLesson, now: Date): Promise<void> {
    return this.database.group((write) => this.studies.finish(write, study, `step:${module}/${lesson.key}`, now));
  }

  /** Keeps the place; it is a convenience, so the last one wins. */
  keepPlace({ study, module, lesson }: OpenLesson, heading: string, now: Date): Promise<void> {
    const place = { enrolmentId: study.enrolmentId, module, step: lesson.key, heading, at: now };
    return this.database.group((write) => write.upsert(ReadingPlace, place, ['enrolmentId']));
  }

  placeIn(enrolmentId: string): Promise<ReadingPlace | null> {
    return this.database.read(ReadingPlace).findOneBy({ enrolmentId });
  }
}
