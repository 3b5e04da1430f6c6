import { Injectable } from '@nestjs/common';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';

/** A table at which one has a place beside other people: whoever plays alone has nobody to complain of, and nobody to leave. */
@Injectable()
export class OwnTableWithOthers implements Permission {
  constructor(private readonly own: OwnTable) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OpenTable | null> {
    const open = await this.own.subject(viewer, parameters);
    return open && open.table.cohortId !== null && open.table.placeId ? open : null;
  }
}
