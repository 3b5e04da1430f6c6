import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, text, timestamp } from '../tables';

export class CreateSecondFactors1795801400010 implements MigrationInterface {
  readonly name = 'CreateSecondFactors1795801400010';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'second_factors', {
      personId: reference('people', { onDelete: 'CASCADE', primary: true }),
      secret: text(),
      confirmedAt: timestamp({ nullable: true }),
      lastStep: integer({ default: 0 }),
    });
    await table(
      q,
      'recovery_codes',
      {
        id: id(),
        personId: reference('people', { onDelete: 'CASCADE' }),
        codeHash: text(64),
        usedAt: timestamp({ nullable: true }),
      },
      { index: [['personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['recovery_codes', 'second_factors']) await q.dropTable(name);
  }
}
