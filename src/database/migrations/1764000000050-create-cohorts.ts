import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, json, reference, table, text, timestamp } from '../tables';

export class CreateCohorts1764000000050 implements MigrationInterface {
  readonly name = 'CreateCohorts1764000000050';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'cohorts',
      {
        id: id(),
        chapterId: reference('chapters', { onDelete: 'RESTRICT' }),
        name: text(),
        programmeVersionId: reference('content_versions', { onDelete: 'RESTRICT' }),
        pins: json(),
        language: text(2),
        zone: text(64),
        startsOn: text(10),
        endsOn: text(10),
        places: integer({ nullable: true }),
        createdAt: timestamp(),
        version: integer({ default: 1 }),
      },
      { index: [['chapterId']] },
    );
    await table(
      q,
      'cohort_invitations',
      { id: id(), cohortId: reference('cohorts', { onDelete: 'CASCADE' }), tokenHash: text(64), createdAt: timestamp() },
      { unique: [['cohortId'], ['tokenHash']] },
    );
    await table(
      q,
      'enrolments',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        state: text(10),
        joinedAt: timestamp(),
        completedAt: timestamp({ nullable: true }),
      },
      { unique: [['cohortId', 'personId']], index: [['personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('enrolments');
    await q.dropTable('cohort_invitations');
    await q.dropTable('cohorts');
  }
}
