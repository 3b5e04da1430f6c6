import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

const PIECE = 20;

/** Which certificates still have to be signed, or signed anew, a piece at a time. */
@Injectable()
export class CredentialQueries {
  constructor(private readonly database: Database) {}

  /** Those from before certificates were signed that are still good. */
  async unsigned(after: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT "id" FROM "certificates" WHERE "id" > ? AND "credential" IS NULL AND "statusList" IS NULL AND "personId" IS NOT NULL
         AND "withdrawnAt" IS NULL AND "replacedAt" IS NULL ORDER BY "id" LIMIT ${PIECE}`,
      [after],
    );
    return rows.map(({ id }) => id);
  }

  /** Those that the key at this address has signed. */
  async signedWith(address: string, after: string): Promise<string[]> {
    const words = `%${JSON.stringify({ verificationMethod: address })
      .slice(1, -1)
      .replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.rows<{ id: string }>(
      `SELECT "id" FROM "certificates" WHERE "id" > ? AND "credential" LIKE ? ESCAPE '\\' ORDER BY "id" LIMIT ${PIECE}`,
      [after, words],
    );
    return rows.map(({ id }) => id);
  }
}
