import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, reference, table, text, timestamp } from '../tables';

export class CreateCompletions1764000000060 implements MigrationInterface {
  readonly name = 'CreateCompletions1764000000060';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'completions',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        subject: text(160),
        at: timestamp(),
      },
      { unique: [['enrolmentId', 'subject']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('completions');
  }
}
