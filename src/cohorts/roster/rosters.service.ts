import { Injectable } from '@nestjs/common';
import type { OwnCohort } from '../cohort-team.guard';
import { Invitations, type OpenLink } from '../invitation/invitations.service';
import { type Asking, RequestQueries } from '../requests/requests.queries';
import { Imports } from './imports/imports.service';
import type { RosterImport } from './imports/roster-import.entity';
import { type Enrolled, type Invited, RosterQueries } from './roster.queries';

/** Who is in a cohort, who was asked into it, and who asks to join. */
export interface Roster {
  people: Enrolled[];
  invited: Invited[];
  lists: RosterImport[];
  /** For leads only: what people write is for them. */
  requests: Asking[];
  link: OpenLink;
}

@Injectable()
export class Rosters {
  constructor(
    private readonly queries: RosterQueries,
    private readonly imports: Imports,
    private readonly requests: RequestQueries,
    private readonly invitations: Invitations,
  ) {}

  async of({ cohort, lead }: OwnCohort, now: Date): Promise<Roster> {
    const [people, invited, lists, requests, link] = await Promise.all([
      this.queries.enrolled(cohort.id),
      this.queries.invited(cohort.id),
      this.imports.recent(cohort.id, now),
      lead ? this.requests.waiting(cohort.id) : [],
      this.invitations.ofCohort(cohort, now),
    ]);
    return { people, invited, lists, requests, link };
  }
}
