import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { Content } from '../content/content.service';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import type { Language } from '../kernel/language';
import { Refusal } from '../kernel/refusal';
import { Cohort } from './cohort.entity';
import { Invitations } from './invitation/invitations.service';
import { dayAfter, dayIn } from './schedule';
import { allows } from './states/state';
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
  open(write: Writer, chapterId: string, programmeVersionId: string, details: CohortDetails, now: Date): Promise<string> {
    return this.make(write, { chapterId, programmeVersionId, ...details, createdAt: now, openedAt: now });
  }

  /** The same for a cohort that is still prepared: its link is there, and lets nobody in. */
  draft(write: Writer, chapterId: string, programmeVersionId: string, details: CohortDetails, now: Date): Promise<string> {
    return this.make(write, { chapterId, programmeVersionId, ...details, createdAt: now, openedAt: null });
  }

  /** Changes a cohort as somebody saw it; throws Conflict when somebody else has changed it since. */
  async change(write: Writer, cohort: { id: string; version: number }, details: CohortDetails): Promise<void> {
    await write.lock(Cohort, cohort.id);
    if ((await this.byId(cohort.id))?.archivedAt) throw new Refusal('states.refusal.archived');
    await write.changeAt(Cohort, cohort, details);
  }

  byId(id: string): Promise<Cohort | null> {
    return this.database.read(Cohort).findOneBy({ id });
  }

  /** The cohorts of some chapters that somebody could still join: those that run or are to come, the next first. */
  async upcoming(chapterIds: readonly string[], now: Date): Promise<Cohort[]> {
    const where = { chapterId: In(chapterIds), endsOn: MoreThanOrEqual(dayBefore(now)) };
    const cohorts = await this.database.read(Cohort).find({ where, order: { startsOn: 'ASC', id: 'ASC' } });
    return cohorts.filter((cohort) => allows(cohort, 'join', now));
  }

  /** All of a chapter's cohorts, in whatever state, the latest first. */
  ofChapter(chapterId: string): Promise<Cohort[]> {
    return this.database.read(Cohort).find({ where: { chapterId }, order: { startsOn: 'DESC', id: 'DESC' } });
  }

  private async make(write: Writer, cohort: CohortDetails & Pick<Cohort, 'chapterId' | 'programmeVersionId' | 'createdAt' | 'openedAt'>) {
    const id = newId();
    const pins = await this.content.pin(cohort.programmeVersionId);
    await write.insert(Cohort, { id, pins, ...cohort, archivedAt: null, version: 1 });
    await this.invitations.make(write, id, cohort.createdAt);
    return id;
  }
}

/** A day on which it is still today somewhere: nothing that ends later is over anywhere. */
const dayBefore = (now: Date): string => dayAfter(dayIn('UTC', now), -1);
