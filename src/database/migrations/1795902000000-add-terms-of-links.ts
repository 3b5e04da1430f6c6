import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, integer, text, timestamp } from '../tables';

export class AddTermsOfLinks1795902000000 implements MigrationInterface {
  readonly name = 'AddTermsOfLinks1795902000000';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'cohort_invitations', 'lastsUntil', text(10, { nullable: true }));
    await column(q, 'cohort_invitations', 'most', integer({ nullable: true }));
    await column(q, 'cohort_invitations', 'came', integer({ default: 0 }));
    await column(q, 'cohort_invitations', 'closedAt', timestamp({ nullable: true }));
    await column(q, 'cohort_invitations', 'version', integer({ default: 1 }));
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['version', 'closedAt', 'came', 'most', 'lastsUntil']) await q.dropColumn('cohort_invitations', name);
  }
}
