import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, json, reference, table, text, timestamp } from '../tables';

export class CreateChapterQuizzes1795930000000 implements MigrationInterface {
  readonly name = 'CreateChapterQuizzes1795930000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'chapter_quizzes',
      {
        id: id(),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        slug: text(40),
        language: text(2),
        texts: json(),
        settings: json(),
        passMark: integer(),
        minutes: integer({ nullable: true }),
        items: json(),
        draws: json(),
        version: integer({ default: 1 }),
        publishedVersionId: reference('content_versions', { onDelete: 'RESTRICT', nullable: true }),
        publishedEdition: integer({ nullable: true }),
        publishedAt: timestamp({ nullable: true }),
        createdAt: timestamp(),
        updatedAt: timestamp(),
        archivedAt: timestamp({ nullable: true }),
      },
      { unique: [['slug']], index: [['chapterId']] },
    );
    await table(
      q,
      'set_quizzes',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        quizId: reference('chapter_quizzes', { onDelete: 'CASCADE' }),
        slug: text(40),
        versionId: reference('content_versions', { onDelete: 'RESTRICT' }),
        opensOn: text(10, { nullable: true }),
        closesOn: text(10, { nullable: true }),
        setAt: timestamp(),
        archivedAt: timestamp({ nullable: true }),
        version: integer({ default: 1 }),
      },
      { unique: [['cohortId', 'quizId']], index: [['quizId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('set_quizzes');
    await q.dropTable('chapter_quizzes');
  }
}
