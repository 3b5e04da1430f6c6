import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../web/requests/viewer';
import { type OwnPerson, PersonOfCohort } from '../person/person-of-cohort.guard';

/** The person in the address as `:enrolment`, for the leads of their chapter and for stewards. */
@Injectable()
export class LeadOfPerson extends PersonOfCohort {
  override async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnPerson | null> {
    const own = await super.subject(viewer, parameters);
    return own?.lead ? own : null;
  }
}
