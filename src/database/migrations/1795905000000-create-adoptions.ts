import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, json, reference, table, text, timestamp } from '../tables';

export class CreateAdoptions1795905000000 implements MigrationInterface {
  readonly name = 'CreateAdoptions1795905000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'adoptions',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        passedOver: text(64, { nullable: true }),
        adoptedAt: timestamp({ nullable: true }),
        added: json(),
      },
      { unique: [['cohortId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('adoptions');
  }
}
