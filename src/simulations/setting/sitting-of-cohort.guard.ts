import { Injectable } from '@nestjs/common';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { Sitting } from './sitting.entity';
import { Sittings } from './sittings.service';

export interface OwnSitting extends OwnCohort {
  sitting: Sitting;
}

/** The use of a scenario in the address, `:cohort` and `:sitting`, for the trainers and leads of its chapter and for stewards. */
@Injectable()
export class SittingOfCohort implements Permission {
  constructor(
    private readonly team: TrainerOfCohort,
    private readonly sittings: Sittings,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnSitting | null> {
    const own = await this.team.subject(viewer, parameters);
    const id = parameters['sitting'] ?? '';
    const sitting = own && isId(id) ? await this.sittings.one(own.cohort.id, id) : null;
    return own && sitting && { ...own, sitting };
  }

  closed(own: OwnSitting): void {
    this.team.closed(own);
  }
}
