import { Injectable } from '@nestjs/common';
import { TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import type { Study } from '../../cohorts/enrolment/study';
import { isId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { Logs } from './logs.service';
import { type SeatedTable, TableQueries } from './tables.queries';

export interface OpenTable {
  table: SeatedTable;
  /** The study it belongs to; asked for where it is needed. */
  study(): Promise<Study>;
}

/** A table at which one has a place, by its id in the address as `:table`; or at which one plays a seat as its facilitator. */
@Injectable()
export class OwnTable implements Permission {
  constructor(
    private readonly tables: TableQueries,
    private readonly studies: StudyQueries,
    private readonly team: TrainerOfCohort,
    private readonly logs: Logs,
  ) {}

  async subject(viewer: Viewer | null, { table: id }: Record<string, string>): Promise<OpenTable | null> {
    if (!viewer || !isId(id)) return null;
    const table = await this.tables.own(id, viewer.id);
    if (!table) return this.facilitated(id, viewer);
    return { table, study: async () => (await this.studies.one(table.enrolmentId, viewer.id))! };
  }

  /** A seat that the facilitator plays is played by whoever is on the team. It belongs to nobody's study. */
  private async facilitated(id: string, viewer: Viewer): Promise<OpenTable | null> {
    const table = await this.tables.ofCohort(id);
    if (!table || !(await this.team.subject(viewer, { cohort: table.cohortId! }))) return null;
    const { seats } = (await this.logs.of(table)).state;
    const seat = Object.values(seats).find(({ holder }) => holder.kind === 'facilitator');
    if (!seat) return null;
    const nobodys = { placeId: '', enrolmentId: '', module: '', step: '', number: 1, standsBy: false, alias: '', debriefedAt: null };
    return { table: { ...table, ...nobodys, personId: viewer.id, role: seat.role }, study: () => Promise.reject(new NotFound()) };
  }
}
