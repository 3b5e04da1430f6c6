import { Injectable } from '@nestjs/common';
import { ExtraTimes } from '../../cohorts/allowances/extra-times.service';
import { type GivenDays, OwnDeadlines } from '../../cohorts/allowances/own-days.service';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import type { Study } from '../../cohorts/enrolment/study';
import { isId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { PersonQueries } from './person.queries';

/** One person in a cohort, as the team sees them. */
export interface OwnPerson extends OwnCohort {
  study: Study;
  person: { id: string; name: string; language: Language | null };
  given: GivenDays;
  /** Percent, and the version it is at; for leads alone. */
  extra: { percent: number; version: number };
}

/** The person in the address as `:enrolment`, in the cohort `:cohort`, for the team of its chapter and for stewards. */
@Injectable()
export class PersonOfCohort implements Permission {
  constructor(
    private readonly team: TrainerOfCohort,
    private readonly people: PersonQueries,
    private readonly deadlines: OwnDeadlines,
    private readonly extraTimes: ExtraTimes,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnPerson | null> {
    const { enrolment } = parameters;
    if (!isId(enrolment)) return null;
    const own = await this.team.subject(viewer, parameters);
    const found = own && (await this.people.one(enrolment, own.cohort.id));
    if (!own || !found) return null;
    const { id, name, language, ...study } = found;
    const [given, extra] = await Promise.all([this.deadlines.of(enrolment), this.extraTimes.of(enrolment)]);
    const times = { ownDays: given.days, ownDaysVersion: given.version, extraTime: extra.percent };
    const { cohort, chapter } = own;
    return { ...own, person: { id, name, language }, given, extra, study: { ...study, ...times, personId: id, cohort, chapter } };
  }

  closed(own: OwnPerson): void {
    this.team.closed(own);
  }
}

/** The same for the leads of the chapter and for stewards. */
@Injectable()
export class LeadOfPerson extends PersonOfCohort {
  override async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnPerson | null> {
    const own = await super.subject(viewer, parameters);
    return own?.lead ? own : null;
  }
}
