import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

const PIECE = 20;

/** Which certificates and lists still have to be signed, or signed anew; certificates a piece at a time. */
@Injectable()
export class CredentialQueries {
  constructor(private readonly database: Database) {}

  /** Certificates from before they were signed that are still good. */
  unsigned(after: string): Promise<string[]> {
    return this.ids(
      `SELECT "id" FROM "certificates" WHERE "id" > ? AND "credential" IS NULL AND "statusList" IS NULL AND "personId" IS NOT NULL
         AND "withdrawnAt" IS NULL AND "replacedAt" IS NULL ORDER BY "id" LIMIT ${PIECE}`,
      [after],
    );
  }

  /** Certificates that the key at this address has signed. */
  signedWith(address: string, after: string): Promise<string[]> {
    const sql = `SELECT "id" FROM "certificates" WHERE "id" > ? AND "credential" LIKE ? ESCAPE '!' ORDER BY "id" LIMIT ${PIECE}`;
    return this.ids(sql, [after, wordsOf(address)]);
  }

  listsSignedWith(address: string): Promise<string[]> {
    return this.ids(`SELECT "id" FROM "status_lists" WHERE "credential" LIKE ? ESCAPE '!'`, [wordsOf(address)]);
  }

  private async ids(sql: string, parameters: string[]): Promise<string[]> {
    return (await this.database.rows<{ id: string }>(sql, parameters)).map(({ id }) => id);
  }
}

/** Where a document says which key has signed it, as a pattern. */
function wordsOf(address: string): string {
  const words = `"verificationMethod":${JSON.stringify(address)}`;
  return `%${words.replace(/[!%_]/g, '!$&')}%`;
}
