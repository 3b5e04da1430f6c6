import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';
import { column, reference, table, timestamp } from '../tables';

export class CreateNotices1795801300000 implements MigrationInterface {
  readonly name = 'CreateNotices1795801300000';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'outbox_messages', 'personId', reference('people', { onDelete: 'CASCADE', nullable: true }));
    await q.createIndex('outbox_messages', new TableIndex({ columnNames: ['personId'] }));
    await table(q, 'stopped_notices', {
      personId: reference('people', { onDelete: 'CASCADE', primary: true }),
      stoppedAt: timestamp(),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('stopped_notices');
    await q.dropColumn('outbox_messages', 'personId');
  }
}
