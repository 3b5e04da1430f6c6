import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, text, timestamp } from '../tables';

export class CreateAnnouncements1795801300010 implements MigrationInterface {
  readonly name = 'CreateAnnouncements1795801300010';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'announcements',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        authorId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        title: text(),
        text: text(),
        writtenAt: timestamp(),
        editedAt: timestamp({ nullable: true }),
        version: integer({ default: 1 }),
      },
      { index: [['cohortId', 'writtenAt'], ['authorId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('announcements');
  }
}
