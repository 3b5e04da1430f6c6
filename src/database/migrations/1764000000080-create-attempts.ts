import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, id, integer, json, reference, table, text, timestamp } from '../tables';

export class CreateAttempts1764000000080 implements MigrationInterface {
  readonly name = 'CreateAttempts1764000000080';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'attempts',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        quizVersionId: reference('content_versions'),
        module: text(64),
        step: text(64),
        number: integer(),
        startedAt: timestamp(),
        endsAt: timestamp({ nullable: true }),
        handedInAt: timestamp({ nullable: true }),
        points: integer({ nullable: true }),
        most: integer({ nullable: true }),
        passed: boolean({ nullable: true }),
      },
      { unique: [['enrolmentId', 'module', 'step', 'number']] },
    );
    await table(q, 'answers', {
      attemptId: reference('attempts', { onDelete: 'CASCADE', primary: true }),
      question: text(64, { primary: true }),
      given: json(),
      sequence: integer(),
      page: text(36),
      turn: integer({ default: 0 }),
      savedAt: timestamp(),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('answers');
    await q.dropTable('attempts');
  }
}
