import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, integer, json, reference, table } from '../tables';

export class SetTimes1795903000000 implements MigrationInterface {
  readonly name = 'SetTimes1795903000000';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'cohorts', 'timetable', json({ nullable: true }));
    await table(q, 'own_days', {
      id: reference('enrolments', { onDelete: 'CASCADE', primary: true }),
      days: json(),
      reasons: json(),
      version: integer({ default: 1 }),
    });
    await table(q, 'extra_times', {
      id: reference('enrolments', { onDelete: 'CASCADE', primary: true }),
      percent: integer(),
      version: integer({ default: 1 }),
    });
    await column(q, 'attempts', 'extraTime', integer({ default: 0 }));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropColumn('attempts', 'extraTime');
    await q.dropTable('extra_times');
    await q.dropTable('own_days');
    await q.dropColumn('cohorts', 'timetable');
  }
}
