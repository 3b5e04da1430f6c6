import { Injectable } from '@nestjs/common';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { ExtraTime } from './extra-time.entity';

/** More time for one person, in percent. */
@Injectable()
export class ExtraTimes {
  constructor(private readonly database: Database) {}

  /** With the version it is at: 0 while nobody has set any. */
  async of(enrolmentId: string): Promise<{ percent: number; version: number }> {
    const row = await this.database.read(ExtraTime).findOneBy({ id: enrolmentId });
    return row ? { percent: row.percent, version: row.version } : { percent: 0, version: 0 };
  }

  /** Sets it as somebody saw it; throws Conflict when somebody else has changed it since. */
  async change(write: Writer, at: { id: string; version: number }, percent: number): Promise<void> {
    if (at.version > 0) return write.changeAt(ExtraTime, at, { percent });
    if (!(await write.insertOnce(ExtraTime, { id: at.id, percent, version: 1 }))) throw new Conflict('ExtraTime', at.id);
  }

  /** Brings what one enrolment has to another of the same person; what was set there stays, even 0. */
  async bring(write: Writer, from: string, to: string): Promise<void> {
    const { percent } = await this.of(from);
    if (percent > 0) await write.insertOnce(ExtraTime, { id: to, percent, version: 1 });
  }
}
