import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import { CHAPTER_SCENARIO } from '../../content/structures';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { TablePlace } from '../tables/table-place.entity';
import { CohortTables } from '../together/cohort-tables.service';
import { begunOf, waits } from './begun';
import { Fillings } from './fillings.service';
import { type PlayableStep, PlayableSteps, type Playing } from './playable-steps.service';
import { SeatNews } from './seat-news.service';
import { Sitting } from './sitting.entity';

export type NewSitting = Pick<Sitting, 'module' | 'step' | 'name' | 'mode' | 'startsAt' | 'vacant' | 'notOwn'> & { count: number };

/** Uses of a scenario by a cohort: setting its tables, and letting them begin. */
@Injectable()
export class Sittings {
  constructor(
    private readonly database: Database,
    private readonly playable: PlayableSteps,
    private readonly tables: CohortTables,
    private readonly fillings: Fillings,
    private readonly news: SeatNews,
  ) {}

  /** The newest first. */
  ofCohort(cohortId: string): Promise<Sitting[]> {
    return this.database.read(Sitting).find({ where: { cohortId }, order: { madeAt: 'DESC', id: 'DESC' } });
  }

  one(cohortId: string, id: string): Promise<Sitting | null> {
    return this.database.read(Sitting).findOneBy({ id, cohortId });
  }

  async ofTable(cohortId: string, tableId: string): Promise<Sitting | null> {
    return (await this.ofCohort(cohortId)).find(({ tables }) => tables.includes(tableId)) ?? null;
  }

  /** Those that begin by themselves and whose time has come. */
  due(now: Date): Promise<Sitting[]> {
    return this.database.read(Sitting).findBy({ startsAt: LessThanOrEqual(now), castAt: Not(IsNull()), begunAt: IsNull() });
  }

  /** The uses of a role-play that the cohort's chapter has written, the newest first. */
  ofScenario(cohortId: string, slug: string): Promise<Sitting[]> {
    const order = { madeAt: 'DESC', id: 'DESC' } as const;
    return this.database.read(Sitting).find({ where: { cohortId, module: CHAPTER_SCENARIO, step: slug }, order });
  }

  /** What people of a cohort can play together. */
  steps(cohort: Playing): Promise<PlayableStep[]> {
    return this.playable.of(cohort);
  }

  /** Sets the tables, at which nobody sits yet; their clocks stand still. Refuses a step at which nobody plays together. */
  async setUp(
    write: Writer,
    cohort: Playing & { id: string },
    { count, ...wanted }: NewSitting,
    personId: string,
    now: Date,
  ): Promise<Sitting> {
    const step = (await this.steps(cohort)).find((one) => one.module === wanted.module && one.step === wanted.step);
    if (!step) throw new NotFound();
    const { scenarioVersionId } = step;
    const tables: string[] = [];
    for (let number = 1; number <= count; number++) {
      const name = count === 1 ? wanted.name : `${wanted.name} ${number}`;
      const table = { cohortId: cohort.id, name, scenarioVersionId, mode: wanted.mode };
      const id = await this.tables.open(write, table, newId(), now);
      await this.tables.direct(write, id, 'facilitator', { id: newId(), command: { do: 'pause' }, text: null }, personId, now);
      tables.push(id);
    }
    const nobody = { tables, madeAt: now, castAt: null, begunAt: null, version: 1 };
    const sitting: Sitting = { id: newId(), cohortId: cohort.id, scenarioVersionId, ...wanted, ...nobody };
    await write.insert(Sitting, sitting);
    return sitting;
  }

  /** The clocks of all its tables that wait run from now on. Once begun, nothing changes. Refuses when nobody has a seat. */
  async begin(write: Writer, { id }: Sitting, personId: string, now: Date): Promise<void> {
    await write.lock(Sitting, id);
    const sitting = await this.database.read(Sitting).findOneBy({ id });
    if (!sitting) throw new NotFound();
    const { tables, begunAt, castAt } = sitting;
    if (begunAt) return;
    if (!(await this.anybody({ tables }))) throw new Refusal('sittings.refusal.nobody');
    const logs = await this.fillings.logsOf({ tables });
    for (const table of tables.filter((_, at) => waits(logs[at]!.state)))
      await this.tables.direct(write, table, 'facilitator', { id: newId(), command: { do: 'resume' }, text: null }, personId, now);
    await write.update(Sitting, { id }, { begunAt: now, castAt: castAt ?? now });
    await this.news.begun(write, id, now);
  }

  /** The same by the clock, unless it was put off in the meantime. Returns whether it began. */
  async beginDue(write: Writer, { id }: Sitting, now: Date): Promise<boolean> {
    await write.lock(Sitting, id);
    const sitting = await this.database.read(Sitting).findOneBy({ id });
    const due = sitting?.startsAt && sitting.startsAt <= now && (await this.anybody(sitting));
    if (due) await this.begin(write, sitting, '', now);
    return Boolean(due);
  }

  /** Whether somebody has a seat at one of its tables. */
  anybody({ tables }: Pick<Sitting, 'tables'>): Promise<boolean> {
    return this.database.read(TablePlace).existsBy(tables.map((tableId) => ({ tableId, role: Not('') })));
  }

  /** As it stands now, and as nobody else changes it before this transaction ends; begun as soon as one of its tables has. */
  async locked(write: Writer, id: string): Promise<Sitting> {
    await write.lock(Sitting, id);
    const sitting = await this.database.read(Sitting).findOneBy({ id });
    if (!sitting) throw new NotFound();
    const logs = await this.fillings.logsOf(sitting);
    return Object.assign(sitting, {
      begunAt: begunOf(
        sitting,
        logs.map(({ state }) => state),
      ),
    });
  }
}
