import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import { Studies } from '../../cohorts/enrolment/studies.service';
import { Content } from '../../content/content.service';
import { learningModule } from '../../modules/learning-module';
import type { Completed } from '../../progress/standing';
import { type Among, type InCohort, NeedQueries } from './needs.queries';
import { type HandedOut, openSince, type Schedule } from './open-since';

/** Since when the people of some cohorts have had something to do. */
@Injectable()
export class OpeningsForPeople {
  constructor(
    private readonly queries: NeedQueries,
    private readonly studies: Studies,
    private readonly content: Content,
  ) {}

  /** By enrolment; null for whoever has nothing to do now. As many questions to the database for a thousand people as for one. */
  async since(among: Among, people: readonly InCohort[], cohorts: readonly Cohort[], now: Date): Promise<ReadonlyMap<string, Date | null>> {
    const [done, works, schedules] = await Promise.all([
      this.queries.done(among),
      this.queries.works(among),
      Promise.all(cohorts.map(async (cohort) => [cohort.id, await this.schedule(cohort)] as const)),
    ]);
    const [ledgers, handedOut, scheduleOf] = [byEnrolment<Completed>(done), byEnrolment<HandedOut>(works), new Map(schedules)];
    return new Map(
      people.map(({ enrolmentId, cohortId }) => {
        const [ledger, own] = [ledgers.get(enrolmentId) ?? [], handedOut.get(enrolmentId) ?? []];
        return [enrolmentId, openSince(scheduleOf.get(cohortId)!, ledger, own, now)];
      }),
    );
  }

  private async schedule(cohort: Cohort): Promise<Schedule> {
    const { timetable, startsOn, zone, pins } = cohort;
    const plan = await this.studies.plan(cohort);
    const documents = await Promise.all(plan.modules.map(({ slug }) => this.content.document(pins[`module:${slug}`]!)));
    return { plan, modules: documents.map(learningModule), timetable, startsOn, zone };
  }
}

function byEnrolment<T>(rows: readonly (T & { enrolmentId: string })[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.enrolmentId);
    if (own) own.push(row);
    else found.set(row.enrolmentId, [row]);
  }
  return found;
}
