import type { MigrationInterface, QueryRunner } from 'typeorm';
import { table, text, timestamp } from '../tables';

export class CreateTakenIn1795797900000 implements MigrationInterface {
  readonly name = 'CreateTakenIn1795797900000';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'taken_in', {
      name: text(64, { primary: true }),
      fingerprint: text(64),
      at: timestamp(),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('taken_in');
  }
}
