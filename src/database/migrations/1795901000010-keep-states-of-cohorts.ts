import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, timestamp } from '../tables';

export class KeepStatesOfCohorts1795901000010 implements MigrationInterface {
  readonly name = 'KeepStatesOfCohorts1795901000010';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'cohorts', 'openedAt', timestamp({ nullable: true }));
    await column(q, 'cohorts', 'archivedAt', timestamp({ nullable: true }));
    await q.query('UPDATE "cohorts" SET "openedAt" = "createdAt"'); // until now there was no other way to make one
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['archivedAt', 'openedAt']) await q.dropColumn('cohorts', name);
  }
}
