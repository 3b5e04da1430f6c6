import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** The few attempts in which a text waits to be marked, the oldest first, however many others there are. */
const WAITING = new TableIndex({ columnNames: ['handedInAt'], where: '"share" IS NULL AND "marks" IS NOT NULL' });

export class FindWhatWaits1796000000000 implements MigrationInterface {
  readonly name = 'FindWhatWaits1796000000000';

  async up(q: QueryRunner): Promise<void> {
    await q.createIndex('attempts', WAITING);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropIndex('attempts', WAITING);
  }
}
