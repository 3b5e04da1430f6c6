import type { MigrationInterface, QueryRunner } from 'typeorm';
import { integer, reference, table } from '../tables';

export class CreateCalendarTurns1795801300020 implements MigrationInterface {
  readonly name = 'CreateCalendarTurns1795801300020';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'calendar_turns', { personId: reference('people', { onDelete: 'CASCADE', primary: true }), turn: integer() });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('calendar_turns');
  }
}
