import { Injectable } from '@nestjs/common';
import { Cohort } from '../cohorts/cohort.entity';
import { Enrolment } from '../cohorts/enrolment/enrolment.entity';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { Casting } from '../simulations/setting/casting.service';
import { Sittings } from '../simulations/setting/sittings.service';
import { daysAgo } from './demo-trainees.seeder';
import type { DemoWorld } from './demo-world';

type Wanted = NonNullable<DemoWorld['cohorts'][number]['tables']>;

/** Sets a table for people of the demo and lets it begin: over days, so that it still runs when somebody comes by. */
@Injectable()
export class DemoTables {
  constructor(
    private readonly database: Database,
    private readonly sittings: Sittings,
    private readonly casting: Casting,
  ) {}

  async set(
    write: Writer,
    cohortId: string,
    { step: key, name, began, seats }: Wanted,
    who: ReadonlyMap<string, string>,
    by: string,
    now: Date,
  ) {
    const at = daysAgo(now, began);
    const cohort = await this.database.read(Cohort).findOneByOrFail({ id: cohortId });
    const { module, step } = (await this.sittings.steps(cohort)).find((one) => one.step === key)!;
    const wanted = { module, step, name, mode: 'async' as const, vacant: 'script' as const, notOwn: true, startsAt: null, count: 1 };
    const sitting = await this.sittings.setUp(write, cohort, wanted, by, at);
    for (const [email, role] of Object.entries(seats)) {
      const { id } = await this.database.read(Enrolment).findOneByOrFail({ cohortId, personId: who.get(email)! });
      await this.casting.seat(write, sitting, id, { tableId: sitting.tables[0]!, role, standsBy: false }, at);
    }
    await this.sittings.begin(write, sitting, by, at);
  }
}
