import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, reference, table, text, timestamp } from '../tables';

/** What people at a table tell its team when something goes wrong between them. */
export class CreateTableReports1796110000000 implements MigrationInterface {
  readonly name = 'CreateTableReports1796110000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'table_reports',
      {
        id: id(),
        tableId: reference('simulation_tables', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        text: text(),
        words: text(36, { nullable: true }),
        at: timestamp(),
        settledAt: timestamp({ nullable: true }),
        settledBy: reference('people', { nullable: true, onDelete: 'SET NULL' }),
      },
      { index: [['tableId'], ['personId']] },
    );
    const words = {
      reportId: { ...reference('table_reports', { onDelete: 'CASCADE' }), primary: true },
      personId: reference('people', { onDelete: 'CASCADE' }),
      text: text(),
    };
    await table(q, 'reported_words', words, { index: [['personId']] });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('reported_words');
    await q.dropTable('table_reports');
  }
}
