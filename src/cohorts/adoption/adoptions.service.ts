import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../chapters/audit/audit.service';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Cohort } from '../cohort.entity';
import { phase } from '../schedule';
import { Adoption } from './adoption.entity';
import { difference, stepsAdded } from './difference';
import { Editions, type Newest } from './editions.service';
import { Resettling } from './resettling.service';

/** What somebody decides about: a cohort at a version, and the newest versions as they saw them. */
export interface Decision {
  cohort: Cohort;
  version: number;
  fingerprint: string;
}

/** Taking newer versions over into a cohort that has begun, or leaving them to the next one. */
@Injectable()
export class Adoptions {
  constructor(
    private readonly database: Database,
    private readonly editions: Editions,
    private readonly resettling: Resettling,
    private readonly audit: Audit,
  ) {}

  of(cohortId: string): Promise<Adoption | null> {
    return this.database.read(Adoption).findOneBy({ cohortId });
  }

  /** Those of several cohorts, by cohort. */
  async ofAll(cohortIds: readonly string[]): Promise<Map<string, Adoption>> {
    const rows = cohortIds.length ? await this.database.read(Adoption).findBy({ cohortId: In([...cohortIds]) }) : [];
    return new Map(rows.map((row) => [row.cohortId, row]));
  }

  /** Whether there is something to tell the leads: newer versions about which nobody has decided, for a cohort that is not over. */
  async waiting(cohort: Cohort, now: Date): Promise<boolean> {
    if (phase(cohort, now) === 'over') return false;
    const newest = await this.editions.newerThan(cohort);
    return newest !== null && (await this.of(cohort.id))?.passedOver !== newest.fingerprint;
  }

  /**
   * Pins a cohort to the newest versions. Throws Conflict when the cohort was changed or something still newer was published since;
   * refuses when the cohort is over. What people have earned stays earned, and what is open stays at its own version.
   */
  async adopt(write: Writer, { cohort, version, fingerprint }: Decision, actorId: string, now: Date): Promise<void> {
    if (phase(cohort, now) === 'over') throw new Refusal('adoption.refusal.over');
    const { id, chapterId } = cohort;
    const newest = await this.seen(cohort, fingerprint);
    const [was, will] = [await this.editions.documents(cohort.pins), await this.editions.documents(newest.pins)];
    const { programmeVersionId, pins } = newest;
    await write.changeAt(Cohort, { id, version }, { programmeVersionId, pins });
    await this.resettling.settle(write, cohort, newest, now);
    const added = stepsAdded(difference(was, will));
    await write.upsert(Adoption, { id: newId(), cohortId: id, passedOver: null, adoptedAt: now, added }, ['cohortId']);
    await this.audit.note(write, { chapterId, act: 'versions-adopted', actorId, objectId: id }, now);
  }

  /** Leaves these versions to the next cohort; Conflict when still newer ones came meanwhile. */
  async passOver(write: Writer, { cohort, fingerprint }: Decision): Promise<void> {
    await this.seen(cohort, fingerprint);
    const before = await this.of(cohort.id);
    const kept = { adoptedAt: before?.adoptedAt ?? null, added: before?.added ?? [] };
    await write.upsert(Adoption, { id: newId(), cohortId: cohort.id, passedOver: fingerprint, ...kept }, ['cohortId']);
  }

  private async seen(cohort: Cohort, fingerprint: string): Promise<Newest> {
    const newest = await this.editions.newerThan(cohort);
    if (newest?.fingerprint !== fingerprint) throw new Conflict('Cohort', cohort.id);
    return newest;
  }
}
