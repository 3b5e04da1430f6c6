import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, json, reference, table, text, timestamp } from '../tables';

/** Role-plays that chapters write themselves. */
export class WriteScenarios1796140000000 implements MigrationInterface {
  readonly name = 'WriteScenarios1796140000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'chapter_scenarios',
      {
        id: id(),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        slug: text(40),
        language: text(2),
        structure: json(),
        texts: json(),
        version: integer({ default: 1 }),
        publishedVersionId: reference('content_versions', { onDelete: 'RESTRICT', nullable: true }),
        publishedEdition: integer({ nullable: true }),
        publishedAt: timestamp({ nullable: true }),
        sharedAt: timestamp({ nullable: true }),
        createdAt: timestamp(),
        updatedAt: timestamp(),
        archivedAt: timestamp({ nullable: true }),
      },
      { unique: [['slug']], index: [['chapterId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('chapter_scenarios');
  }
}
