import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, bytes, id, integer, json, reference, table, text, timestamp } from '../tables';

export class CreateWorks1795904000000 implements MigrationInterface {
  readonly name = 'CreateWorks1795904000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'works',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        assignmentVersionId: reference('content_versions'),
        module: text(64),
        step: text(64),
        state: text(10),
        text: text(),
        links: json(),
        number: integer(),
        reviewsGiven: integer(),
        savedAt: timestamp(),
        handedInAt: timestamp({ nullable: true }),
        answeredAt: timestamp({ nullable: true }),
        version: integer({ default: 1 }),
      },
      { unique: [['enrolmentId', 'module', 'step']], index: [['assignmentVersionId', 'state'], ['personId']] },
    );
    await table(
      q,
      'work_versions',
      {
        id: id(),
        workId: reference('works', { onDelete: 'CASCADE' }),
        number: integer(),
        text: text(),
        links: json(),
        handedInAt: timestamp(),
      },
      { unique: [['workId', 'number']] },
    );
    await table(
      q,
      'work_files',
      {
        id: id(),
        workId: reference('works', { onDelete: 'CASCADE' }),
        name: text(200),
        format: text(10),
        size: integer(),
        since: integer(),
        until: integer({ nullable: true }),
        addedAt: timestamp(),
      },
      { index: [['workId']] },
    );
    await table(q, 'work_file_bytes', { fileId: reference('work_files', { onDelete: 'CASCADE', primary: true }), bytes: bytes() });
    await table(
      q,
      'reviews',
      {
        id: id(),
        workId: reference('works', { onDelete: 'CASCADE' }),
        number: integer(),
        reviewerId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        peer: boolean(),
        levels: json(),
        comment: text(),
        verdict: text(10, { nullable: true }),
        takenAt: timestamp(),
        givenAt: timestamp({ nullable: true }),
      },
      { index: [['workId', 'number'], ['reviewerId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['reviews', 'work_file_bytes', 'work_files', 'work_versions', 'works']) await q.dropTable(name);
  }
}
