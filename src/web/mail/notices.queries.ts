import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

/** Questions about the people of notices. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  /** Whether there is still such an account. */
  async exists(personId: string): Promise<boolean> {
    return (await this.database.rows('SELECT 1 AS "one" FROM "people" WHERE "id" = ?', [personId])).length > 0;
  }
}
