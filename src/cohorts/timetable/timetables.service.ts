import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { type ModuleOutline, Outlines } from '../../modules/outlines.service';
import { Cohort } from '../cohort.entity';
import { type Days, inPlaceOf } from './timetable';

/** The timetables of cohorts. */
@Injectable()
export class Timetables {
  constructor(private readonly outlines: Outlines) {}

  /** The modules that a cohort takes, in order. */
  async modules({ programmeVersionId, pins }: Cohort, language: Language): Promise<ModuleOutline[]> {
    return (await this.outlines.programme(programmeVersionId, pins, language)).modules;
  }

  /** Sets a timetable for the cohort as somebody saw it; throws Conflict when somebody else has changed the cohort since. */
  change(write: Writer, cohort: Pick<Cohort, 'id' | 'timetable'>, version: number, days: Days): Promise<void> {
    return write.changeAt(Cohort, { id: cohort.id, version }, { timetable: inPlaceOf(cohort.timetable, days) });
  }
}
