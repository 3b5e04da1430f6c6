import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import { DeadLink } from '../../web/errors/outcomes';
import { SimulationTable } from '../tables/simulation-table.entity';
import { placeOfToken } from './digest-token';
import { HoursQueries, type Sitting } from './hours.queries';

const DAY_MS = 86_400_000;
/** How long after the end of the talk the links in letters still open. */
const LAST_DAYS = 30;

/** A table before somebody who came by a link in a letter. */
export interface Reader {
  table: SimulationTable;
  sitting: Sitting;
}

/** Who may read by the links in letters: whoever has a place at the table, as long as they have it. */
@Injectable()
export class DigestReaders {
  constructor(
    private readonly database: Database,
    private readonly queries: HoursQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Refuses (`DeadLink`) what was never a link, and what is none any more, with the same words. */
  async of(tableId: string, token: string, now: Date): Promise<Reader> {
    const placeId = placeOfToken(tableId, token, this.settings.sessionSecret);
    const sitting = placeId && (await this.queries.at(placeId));
    const table = sitting && sitting.tableId === tableId ? await this.database.read(SimulationTable).findOneBy({ id: tableId }) : null;
    if (!sitting || !table || isOver(table, now))
      throw new DeadLink('hours.digest.dead', { address: '/sign-in', label: 'people.sign-in.button', forStrangers: true });
    return { table, sitting };
  }
}

function isOver({ endedAt }: SimulationTable, now: Date): boolean {
  return endedAt !== null && now.getTime() > endedAt.getTime() + LAST_DAYS * DAY_MS;
}
