import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, timestamp } from '../tables';

export class CreateWaitingPeople1795901000020 implements MigrationInterface {
  readonly name = 'CreateWaitingPeople1795901000020';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'waiting_people',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        number: integer(),
        joinedAt: timestamp(),
      },
      {
        unique: [
          ['cohortId', 'personId'],
          ['cohortId', 'number'],
        ],
        index: [['personId']],
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('waiting_people');
  }
}
