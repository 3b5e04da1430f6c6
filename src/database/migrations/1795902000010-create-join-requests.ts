import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, reference, table, text, timestamp } from '../tables';

export class CreateJoinRequests1795902000010 implements MigrationInterface {
  readonly name = 'CreateJoinRequests1795902000010';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'open_doors', {
      cohortId: reference('cohorts', { onDelete: 'CASCADE', primary: true }),
      since: timestamp(),
    });
    await table(
      q,
      'join_requests',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        message: text(),
        state: text(10),
        askedAt: timestamp(),
        answeredAt: timestamp({ nullable: true }),
        answeredBy: reference('people', { onDelete: 'SET NULL', nullable: true }),
        answer: text({ default: '' }),
      },
      { unique: [['cohortId', 'personId']], index: [['personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['join_requests', 'open_doors']) await q.dropTable(name);
  }
}
