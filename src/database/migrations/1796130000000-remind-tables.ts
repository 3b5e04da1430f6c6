import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, text, timestamp } from '../tables';

export class RemindTables1796130000000 implements MigrationInterface {
  readonly name = 'RemindTables1796130000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'table_reminders',
      {
        id: id(),
        placeId: reference('table_places', { onDelete: 'CASCADE' }),
        phase: integer(),
        share: integer(),
        sentAt: timestamp(),
      },
      { unique: [['placeId', 'phase', 'share']] },
    );
    await table(q, 'absence_rules', {
      tableId: reference('simulation_tables', { onDelete: 'CASCADE', primary: true }),
      rule: text(10),
      version: integer({ default: 1 }),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('absence_rules');
    await q.dropTable('table_reminders');
  }
}
