import { Injectable } from '@nestjs/common';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { SimulationTable } from '../tables/simulation-table.entity';
import { CohortTables } from './cohort-tables.service';

/** A table of a cohort as its team sees it: whoever teaches there is its facilitator. */
export interface Facilitated extends OwnCohort {
  table: SimulationTable;
  /** The facilitator who looks at it. */
  personId: string;
}

/** The table in the address, `:cohort` and `:table`, for the trainers and leads of its chapter and for stewards; never for somebody who sits at it. */
@Injectable()
export class TeamTable implements Permission {
  constructor(
    private readonly team: TrainerOfCohort,
    private readonly tables: CohortTables,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<Facilitated | null> {
    const own = await this.team.subject(viewer, parameters);
    const id = parameters['table'] ?? '';
    const table = own && isId(id) ? await this.tables.one(own.cohort.id, id) : null;
    if (!own || !table || !viewer) return null;
    const sits = (await this.tables.places(id)).some(({ personId, role }) => personId === viewer.id && role !== '');
    return sits ? null : { ...own, table, personId: viewer.id };
  }

  closed(own: Facilitated): void {
    this.team.closed(own);
  }
}
