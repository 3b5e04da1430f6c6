import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reference, table, text, timestamp } from '../tables';

export class CreateReadingPlaces1764000000070 implements MigrationInterface {
  readonly name = 'CreateReadingPlaces1764000000070';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'reading_places', {
      enrolmentId: reference('enrolments', { onDelete: 'CASCADE', primary: true }),
      module: text(64),
      step: text(64),
      heading: text(64),
      at: timestamp(),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('reading_places');
  }
}
