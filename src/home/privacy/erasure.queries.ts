import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { names, withoutNames } from './naming';

/** What an erasure asks, and what it takes out beside what goes with the account by itself. */
@Injectable()
export class ErasureQueries {
  constructor(private readonly database: Database) {}

  /** The chapters that would have no lead without this person, by their ids and names. */
  ledAlone(personId: string): Promise<{ id: string; name: string }[]> {
    return this.database.rows(
      `SELECT c."id", c."name" FROM "memberships" m JOIN "chapters" c ON c."id" = m."chapterId"
        WHERE m."personId" = ? AND m."role" = 'lead' AND NOT EXISTS (SELECT 1 FROM "memberships" o JOIN "people" p ON p."id" = o."personId"
          WHERE o."chapterId" = m."chapterId" AND o."role" = 'lead' AND o."personId" <> m."personId" AND p."active")
        ORDER BY c."name"`,
      [personId],
    );
  }

  /** Where somebody has any role. */
  async chaptersOf(personId: string): Promise<string[]> {
    const sql = `SELECT DISTINCT "chapterId" FROM "memberships" WHERE "personId" = ? ORDER BY "chapterId"`;
    return (await this.database.rows<{ chapterId: string }>(sql, [personId])).map(({ chapterId }) => chapterId);
  }

  /**
   * Letters to the address go; of letters to others that have left, no word stays where they name the person, and those that wait say “…”
   * instead. Returns the ids of those of which there may be files.
   */
  async letters(email: string, name: string): Promise<string[]> {
    const to = await this.database.changed<{ id: string }>(
      'DELETE FROM "outbox_messages" WHERE LOWER("recipient") = LOWER(?) RETURNING "id"',
      [email],
    );
    const named = [containing(name), containing(email)];
    const about = await this.database.changed<{ id: string }>(
      `UPDATE "outbox_messages" SET "text" = '', "subject" = '…' WHERE "dueAt" IS NULL AND ("text" LIKE ? ESCAPE '!' OR "text" LIKE ? ESCAPE '!'
        OR "subject" LIKE ? ESCAPE '!' OR "subject" LIKE ? ESCAPE '!') RETURNING "id"`,
      [...named, ...named],
    );
    await this.waiting([...named, ...named], [email, name]);
    return [...to, ...about].map(({ id }) => id);
  }

  private async waiting(containing: string[], words: string[]): Promise<void> {
    const letters = await this.database.rows<{ id: string; subject: string; text: string }>(
      `SELECT "id", "subject", "text" FROM "outbox_messages" WHERE "dueAt" IS NOT NULL AND ("text" LIKE ? ESCAPE '!' OR "text" LIKE ? ESCAPE '!'
        OR "subject" LIKE ? ESCAPE '!' OR "subject" LIKE ? ESCAPE '!')`,
      containing,
    );
    for (const { id, subject, text } of letters) {
      const left = [withoutNames(subject, words), withoutNames(text, words), id];
      await this.database.changed('UPDATE "outbox_messages" SET "subject" = ?, "text" = ? WHERE "id" = ? RETURNING "id"', left);
    }
  }

  /** Forms that somebody sent, and those that led to a page about them. */
  async sent(id: string): Promise<void> {
    await this.database.changed('DELETE FROM "form_outcomes" WHERE "actor" = ? OR "address" LIKE ? RETURNING "formId"', [
      id,
      containing(id),
    ]);
  }

  /** Forms that were sent, links to the address, invitations to it, rows of lists that were brought, and reviews that were begun. */
  async traces({ id, email, emailKey }: { id: string; email: string; emailKey: string }): Promise<void> {
    await this.sent(id);
    await this.database.changed('DELETE FROM "one_time_links" WHERE LOWER("email") = LOWER(?) RETURNING "id"', [email]);
    await this.database.changed(
      `UPDATE "roster_rows" SET "raw" = '', "name" = '', "email" = '' WHERE LOWER("email") IN (LOWER(?), LOWER(?))
        OR "enrolmentId" IN (SELECT "id" FROM "enrolments" WHERE "personId" = ?)
        OR "invitationId" IN (SELECT "id" FROM "personal_invitations" WHERE "emailKey" = ?)
        OR EXISTS (SELECT 1 FROM "people" p WHERE p."id" = ? AND ${names('"raw"', 'p."email"')}) RETURNING "number"`,
      [email, emailKey, id, emailKey, id],
    );
    await this.database.changed('DELETE FROM "personal_invitations" WHERE "emailKey" = ? RETURNING "id"', [emailKey]);
    await this.database.changed('DELETE FROM "reviews" WHERE "reviewerId" = ? AND "givenAt" IS NULL RETURNING "id"', [id]);
  }
}

const containing = (words: string) => `%${words.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
