import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reference, table, text } from '../tables';

export class KeepBallotsOfHums1796090000000 implements MigrationInterface {
  readonly name = 'KeepBallotsOfHums1796090000000';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'hum_ballots', {
      tableId: reference('simulation_tables', { primary: true, onDelete: 'CASCADE' }),
      hum: text(8, { primary: true }),
      salt: text(43),
      ballots: text(),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('hum_ballots');
  }
}
