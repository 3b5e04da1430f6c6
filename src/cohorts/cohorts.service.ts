import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { Content } from '../content/content.service';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import type { Language } from '../kernel/language';
import { Cohort } from './cohort.entity';
import { Invitations } from './invitation/invitations.service';
import { dayAfter, dayIn, phase } from './schedule';
import type { Timetable } from './timetable/timetable';

export interface CohortDetails {
  name: string;
  language: Language;
  zone: string;
  startsOn: string;
  endsOn: string;
  places: number | null;
  /** Of a cohort that is run again. */
  timetable?: Timetable | null;
}

/** Opening cohorts and changing them. */
@Injectable()
export class Cohorts {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly invitations: Invitations,
  ) {}

  /** Opens a cohort with its invitation link, pinned to the newest versions of the programme and all it needs. */
  async open(write: Writer, chapterId: string, programmeVersionId: string, details: CohortDetails, now: Date): Promise<string> {
    const id = newId();
    const pins = await this.content.pin(programmeVersionId);
    await write.insert(Cohort, { id, chapterId, programmeVersionId, pins, ...details, createdAt: now, version: 1 });
    await this.invitations.make(write, id, now);
    return id;
  }

  /** Changes a cohort as somebody saw it; throws Conflict when somebody else has changed it since. */
  change(write: Writer, cohort: { id: string; version: number }, details: CohortDetails): Promise<void> {
    return write.changeAt(Cohort, cohort, details);
  }

  byId(id: string): Promise<Cohort | null> {
    return this.database.read(Cohort).findOneBy({ id });
  }

  /** The cohorts of some chapters that somebody could still join: those that run or are to come, the next first. */
  async upcoming(chapterIds: readonly string[], now: Date): Promise<Cohort[]> {
    const where = { chapterId: In(chapterIds), endsOn: MoreThanOrEqual(dayBefore(now)) };
    const cohorts = await this.database.read(Cohort).find({ where, order: { startsOn: 'ASC', id: 'ASC' } });
    return cohorts.filter((cohort) => phase(cohort, now) !== 'over');
  }

  /** A chapter's cohorts, the latest first. */
  ofChapter(chapterId: string): Promise<Cohort[]> {
    return this.database.read(Cohort).find({ where: { chapterId }, order: { startsOn: 'DESC', id: 'DESC' } });
  }
}

/** A day on which it is still today somewhere: nothing that ends later is over anywhere. */
const dayBefore = (now: Date): string => dayAfter(dayIn('UTC', now), -1);
