import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, id, json, reference, table, text, timestamp } from '../tables';

/** A cohort's team sets tables for its people, who say what they would like to be. */
export class SetUpTables1796080000000 implements MigrationInterface {
  readonly name = 'SetUpTables1796080000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'sittings',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        module: text(64),
        step: text(64),
        scenarioVersionId: reference('content_versions'),
        name: text(100),
        mode: text(10),
        tables: json(),
        alternates: json(),
        vacant: text(10),
        notOwn: boolean(),
        startsAt: timestamp({ nullable: true }),
        madeAt: timestamp(),
        castAt: timestamp({ nullable: true }),
        begunAt: timestamp({ nullable: true }),
      },
      { index: [['cohortId'], ['startsAt']] },
    );
    await table(
      q,
      'role_wishes',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        module: text(64),
        step: text(64),
        roles: json(),
        ownGroup: text(20, { nullable: true }),
        part: text(10),
        savedAt: timestamp(),
      },
      { unique: [['enrolmentId', 'module', 'step']], index: [['personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('role_wishes');
    await q.dropTable('sittings');
  }
}
