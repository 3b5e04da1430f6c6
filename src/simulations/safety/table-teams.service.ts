import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Chapters } from '../../chapters/chapters.service';
import type { Cohort } from '../../cohorts/cohort.entity';
import { Cohorts } from '../../cohorts/cohorts.service';
import { Database } from '../../database/database.service';
import { Person } from '../../people/person.entity';
import type { SimulationTable } from '../tables/simulation-table.entity';
import { TablePlace } from '../tables/table-place.entity';

/** Who looks after a table: those who teach in its chapter and do not sit at it; where there is nobody, those who look after the site. */
@Injectable()
export class TableTeams {
  constructor(
    private readonly database: Database,
    private readonly cohorts: Cohorts,
    private readonly chapters: Chapters,
  ) {}

  async of({ id: tableId, cohortId }: SimulationTable): Promise<{ cohort: Cohort; people: Person[] }> {
    const cohort = (await this.cohorts.byId(cohortId!))!;
    const members = await this.chapters.membersOf(cohort.chapterId, ['trainer', 'lead']);
    const places = await this.database.read(TablePlace).findBy({ tableId });
    const sitting = new Set(places.filter(({ role }) => role !== '').map(({ personId }) => personId));
    const ids = members.map(({ person }) => person.id).filter((id) => !sitting.has(id));
    const team = ids.length ? await this.database.read(Person).findBy({ id: In(ids), active: true }) : [];
    return { cohort, people: team.length ? team : await this.database.read(Person).findBy({ steward: true, active: true }) };
  }
}
