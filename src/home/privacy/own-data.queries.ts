import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Row } from './data-sheet';
import { SECTIONS } from './own-data-sections';

/** Columns that are kept as JSON. */
const JSON_COLUMNS = new Set(['given', 'answers', 'event', 'snapshot', 'days', 'reasons', 'links', 'levels']);

/** Everything that is held about a person. */
@Injectable()
export class OwnDataQueries {
  constructor(private readonly database: Database) {}

  async all(personId: string): Promise<Record<string, Row[]>> {
    const found: Record<string, Row[]> = {};
    for (const [section, sql] of Object.entries(SECTIONS)) {
      found[section] = (await this.database.rows<Row>(sql, [personId])).map(opened).filter(isOwn);
    }
    return found;
  }
}

function opened({ data, ...row }: Row): Row {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    JSON_COLUMNS.has(name) ? (JSON.parse(value as string) as unknown) : value,
  ]);
  return { ...(data === undefined ? {} : signedInWith(data as string)), ...(Object.fromEntries(entries) as Row) };
}

/** Of what a session keeps, what a person would call theirs: the rest belongs to the browser. */
function signedInWith(data: string): Row {
  const { device = null, begunAt = null } = JSON.parse(data) as Row;
  return { device, begunAt };
}

/** Of the log of a table only what happened at the person's own seat: what other seats think is sealed until its debrief, and never theirs. */
function isOwn({ seat, event }: Row): boolean {
  if (event === undefined) return true;
  const { role, from } = event as { role?: string; from?: string };
  return seat === role || seat === from;
}
