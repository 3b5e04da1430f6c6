import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, integer, text, timestamp } from '../tables';

/** Accounts are edited in two windows, and say since when their address is known to be theirs; a mailed link remembers where it was sent. */
export class ConfirmAddresses1795801400000 implements MigrationInterface {
  readonly name = 'ConfirmAddresses1795801400000';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'people', 'version', integer({ default: 1 }));
    await column(q, 'people', 'emailVerifiedAt', timestamp({ nullable: true }));
    await column(q, 'one_time_links', 'email', text(254, { nullable: true }));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropColumn('one_time_links', 'email');
    await q.dropColumn('people', 'emailVerifiedAt');
    await q.dropColumn('people', 'version');
  }
}
