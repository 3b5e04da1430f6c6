import { Injectable } from '@nestjs/common';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import type { Study } from '../../cohorts/enrolment/study';
import { isId } from '../../kernel/identifier';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { type SeatedTable, TableQueries } from './tables.queries';

export interface OpenTable {
  table: SeatedTable;
  /** The study it belongs to; asked for where it is needed. */
  study(): Promise<Study>;
}

/** A table at which one has a place, by its id in the address as `:table`. */
@Injectable()
export class OwnTable implements Permission {
  constructor(
    private readonly tables: TableQueries,
    private readonly studies: StudyQueries,
  ) {}

  async subject(viewer: Viewer | null, { table: id }: Record<string, string>): Promise<OpenTable | null> {
    if (!viewer || !isId(id)) return null;
    const table = await this.tables.own(id, viewer.id);
    return table && { table, study: async () => (await this.studies.one(table.enrolmentId, viewer.id))! };
  }
}
