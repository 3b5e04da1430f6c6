import type { MigrationInterface, QueryRunner } from 'typeorm';
import { table, text, timestamp } from '../tables';

export class CreateFormOutcomes1764000000000 implements MigrationInterface {
  readonly name = 'CreateFormOutcomes1764000000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'form_outcomes',
      {
        actor: text(64, { primary: true }),
        formId: text(36, { primary: true }),
        address: text(),
        createdAt: timestamp(),
      },
      { index: [['createdAt']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('form_outcomes');
  }
}
