import type { MigrationInterface, QueryRunner } from 'typeorm';
import { emailKey } from '../../kernel/email-address';

/** Addresses are compared in another way than before: with domains in ASCII, and without what cannot be seen. Accounts from before stay reachable. */
export class RekeyPeople1795797754933 implements MigrationInterface {
  readonly name = 'RekeyPeople1795797754933';

  async up(q: QueryRunner): Promise<void> {
    const people = (await q.query('SELECT "id", "email", "emailKey" FROM "people" ORDER BY "createdAt"')) as {
      id: string;
      email: string;
      emailKey: string;
    }[];
    for (const person of people) {
      const key = emailKey(person.email);
      if (key === person.emailKey) continue;
      // Whoever has two accounts for one address keeps the one that was reached by this key already.
      const free = 'NOT EXISTS (SELECT 1 FROM "people" WHERE "emailKey" = $1)';
      await q.query(`UPDATE "people" SET "emailKey" = $1 WHERE "id" = $2 AND ${free}`, [key, person.id]);
    }
  }

  /** The older comparison finds nobody by a key in ASCII, and nobody else's by it either. */
  async down(): Promise<void> {}
}
