import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, timestamp } from '../tables';

export class UnlinkIdentities1795905000020 implements MigrationInterface {
  readonly name = 'UnlinkIdentities1795905000020';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'linked_identities', 'unlinkedAt', timestamp({ nullable: true }));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropColumn('linked_identities', 'unlinkedAt');
  }
}
