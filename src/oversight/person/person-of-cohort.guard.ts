import { Injectable } from '@nestjs/common';
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
}

/** The person in the address as `:enrolment`, in the cohort `:cohort`, for the team of its chapter and for stewards. */
@Injectable()
export class PersonOfCohort implements Permission {
  constructor(
    private readonly team: TrainerOfCohort,
    private readonly people: PersonQueries,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnPerson | null> {
    const { enrolment } = parameters;
    if (!isId(enrolment)) return null;
    const own = await this.team.subject(viewer, parameters);
    const found = own && (await this.people.one(enrolment, own.cohort.id));
    if (!own || !found) return null;
    const { id, name, language, ...study } = found;
    return { ...own, person: { id, name, language }, study: { ...study, personId: id, cohort: own.cohort, chapter: own.chapter } };
  }

  closed(own: OwnPerson): void {
    this.team.closed(own);
  }
}
