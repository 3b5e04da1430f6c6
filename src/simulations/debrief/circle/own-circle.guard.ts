import { Injectable } from '@nestjs/common';
import type { Permission } from '../../../web/permissions/permission';
import type { Viewer } from '../../../web/requests/viewer';
import { type OpenTable, OwnTable } from '../../tables/own-table.guard';
import { Circles } from './circles.service';

/** A debrief with others, as far as it is open. */
export interface OwnDebrief extends OpenTable {
  opened: number;
}

/** The debrief of people at a table, `:table`, for whoever has a place there, once its team has opened it. */
@Injectable()
export class OwnCircle implements Permission {
  constructor(
    private readonly own: OwnTable,
    private readonly circles: Circles,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnDebrief | null> {
    const open = await this.own.subject(viewer, parameters);
    if (!open?.table.cohortId || !open.table.endedAt) return null;
    const opened = await this.circles.opened(open.table);
    return opened > 0 ? { ...open, opened } : null;
  }
}
