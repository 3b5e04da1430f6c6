import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, reference, table, text, timestamp } from '../tables';

export class CreateMoves1795901000030 implements MigrationInterface {
  readonly name = 'CreateMoves1795901000030';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'moves',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        kind: text(10),
        toEnrolmentId: reference('enrolments', { onDelete: 'SET NULL', nullable: true }),
        byId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        at: timestamp(),
      },
      { index: [['enrolmentId', 'at'], ['toEnrolmentId'], ['byId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('moves');
  }
}
