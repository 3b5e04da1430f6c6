import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, text, timestamp } from '../tables';

export class CreateChapters1764000000020 implements MigrationInterface {
  readonly name = 'CreateChapters1764000000020';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'chapters',
      {
        id: id(),
        slug: text(60),
        name: text(),
        language: text(2),
        zone: text(64),
        createdAt: timestamp(),
        version: integer({ default: 1 }),
      },
      { unique: [['slug']] },
    );
    await table(
      q,
      'memberships',
      {
        id: id(),
        personId: reference('people', { onDelete: 'CASCADE' }),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        role: text(10),
        createdAt: timestamp(),
      },
      { unique: [['personId', 'chapterId', 'role']], index: [['chapterId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('memberships');
    await q.dropTable('chapters');
  }
}
