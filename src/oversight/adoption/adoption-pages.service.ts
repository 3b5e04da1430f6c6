import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import type { Effects } from '../../cohorts/adoption/effects';
import { type Difference, difference } from '../../cohorts/adoption/difference';
import { Editions } from '../../cohorts/adoption/editions.service';
import { Resettling } from '../../cohorts/adoption/resettling.service';
import type { Language } from '../../kernel/language';
import { Outlines, type ProgrammeOutline } from '../../modules/outlines.service';
import { InTheMiddleQueries } from './adoption-pages.queries';

/** Everything that leads should know before they decide. */
export interface Prospect {
  fingerprint: string;
  difference: Difference;
  effects: Effects;
  /** How many have an attempt, a table or an assignment open that stays at an older version. */
  attempts: number;
  tables: number;
  works: number;
  was: ProgrammeOutline;
  now: ProgrammeOutline;
  /** In which the authors wrote. */
  language: Language;
}

/** What newer versions would change in a cohort, and for whom. */
@Injectable()
export class Prospects {
  constructor(
    private readonly editions: Editions,
    private readonly resettling: Resettling,
    private readonly outlines: Outlines,
    private readonly inTheMiddle: InTheMiddleQueries,
  ) {}

  /** Null when a cohort has the newest versions. */
  async of(cohort: Cohort, language: Language, now: Date): Promise<Prospect | null> {
    const newest = await this.editions.newerThan(cohort);
    if (!newest) return null;
    const { programmeVersionId, pins, fingerprint } = newest;
    const [before, after, effects, { attempts, tables, works }] = await Promise.all([
      this.editions.documents(cohort.pins),
      this.editions.documents(pins),
      this.resettling.effects(cohort, newest),
      this.inTheMiddle.of(cohort.id, now),
    ]);
    const kept = new Set(Object.values(pins));
    const older = (open: ReadonlyMap<string, number>) => [...open].reduce((sum, [id, people]) => sum + (kept.has(id) ? 0 : people), 0);
    return {
      fingerprint,
      difference: difference(before, after),
      effects,
      attempts: older(attempts),
      tables: older(tables),
      works: older(works),
      was: await this.outlines.programme(cohort.programmeVersionId, cohort.pins, language),
      now: await this.outlines.programme(programmeVersionId, pins, language),
      language: Object.values(after)[0]!.language,
    };
  }
}
