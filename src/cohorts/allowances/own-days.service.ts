import { Injectable } from '@nestjs/common';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { OwnDays } from '../timetable/deadlines';
import { brought } from './extension';
import { OwnDaysOfPerson } from './own-days.entity';

/** What somebody was given, and the version it is at: 0 while they were given nothing. */
export interface GivenDays {
  days: OwnDays;
  reasons: Readonly<Record<string, string>>;
  version: number;
}

/** Later deadlines for one person. */
@Injectable()
export class OwnDeadlines {
  constructor(private readonly database: Database) {}

  async of(enrolmentId: string): Promise<GivenDays> {
    const row = await this.database.read(OwnDaysOfPerson).findOneBy({ id: enrolmentId });
    return row ? { days: row.days, reasons: row.reasons, version: row.version } : { days: {}, reasons: {}, version: 0 };
  }

  /** Takes the place of what somebody saw; throws Conflict when somebody else has changed it since. */
  async change(write: Writer, at: { id: string; version: number }, { days, reasons }: Omit<GivenDays, 'version'>): Promise<void> {
    if (at.version > 0) return write.changeAt(OwnDaysOfPerson, at, { days, reasons });
    if (!(await write.insertOnce(OwnDaysOfPerson, { id: at.id, days, reasons, version: 1 }))) throw new Conflict('OwnDaysOfPerson', at.id);
  }

  /** Brings the days of one enrolment for these modules to another of the same person. */
  async bring(write: Writer, from: string, to: string, modules: readonly string[]): Promise<void> {
    await write.lock(OwnDaysOfPerson, to);
    const there = await this.of(to);
    const days = brought(await this.of(from), there, modules);
    if (Object.keys(days.days).length > Object.keys(there.days).length) await this.change(write, { id: to, version: there.version }, days);
  }
}
