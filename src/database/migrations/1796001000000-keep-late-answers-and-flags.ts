import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, json, reference, table, text, timestamp } from '../tables';

export class KeepLateAnswersAndFlags1796001000000 implements MigrationInterface {
  readonly name = 'KeepLateAnswersAndFlags1796001000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'late_answers',
      {
        id: id(),
        attemptId: reference('attempts', { onDelete: 'CASCADE' }),
        question: text(64),
        given: json(),
        certainty: integer({ nullable: true }),
        language: text(2, { nullable: true }),
        page: text(36),
        turn: integer(),
        arrivedAt: timestamp(),
        countedAt: timestamp({ nullable: true }),
        instead: json({ nullable: true }),
      },
      { unique: [['attemptId', 'question']] },
    );
    await table(q, 'look_again', {
      attemptId: { ...reference('attempts', { onDelete: 'CASCADE' }), primary: true },
      question: text(64, { primary: true }),
      at: timestamp(),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('look_again');
    await q.dropTable('late_answers');
  }
}
