import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, text } from '../tables';

export class TellSheetsOfImports1795902000020 implements MigrationInterface {
  readonly name = 'TellSheetsOfImports1795902000020';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'roster_imports', 'sheet', text({ nullable: true }));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropColumn('roster_imports', 'sheet');
  }
}
