import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, id, integer, reference, table, text, timestamp } from '../tables';

/** Whose it is to withdraw one does not depend on a cohort that is still there. */
const OF_CHAPTER = new TableIndex({ columnNames: ['chapterId'] });
const ONE_WAITS = new TableIndex({ columnNames: ['certificateId'], isUnique: true, where: `"state" = 'waiting'` });

export class HoldCertificates1796050000000 implements MigrationInterface {
  readonly name = 'HoldCertificates1796050000000';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'certificates', 'chapterId', reference('chapters', { nullable: true, onDelete: 'SET NULL' }));
    await q.createIndex('certificates', OF_CHAPTER);
    await q.query(
      `UPDATE "certificates" SET "chapterId" = (SELECT c."chapterId" FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohortId"
        WHERE e."id" = "certificates"."enrolmentId")`,
    );
    await table(
      q,
      'certificate_events',
      {
        id: id(),
        certificateId: reference('certificates', { onDelete: 'CASCADE' }),
        kind: text(12),
        at: timestamp(),
        actorId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        category: text(12, { nullable: true }),
        note: text({ nullable: true }),
      },
      { index: [['certificateId', 'at'], ['actorId']] },
    );
    await table(
      q,
      'certificate_requests',
      {
        id: id(),
        certificateId: reference('certificates', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        name: text(600),
        latinName: text(600, { nullable: true }),
        why: text(12),
        state: text(12),
        askedAt: timestamp(),
        answeredAt: timestamp({ nullable: true }),
        answeredById: reference('people', { onDelete: 'SET NULL', nullable: true }),
        answer: text({ default: '' }),
        version: integer({ default: 1 }),
      },
      { index: [['certificateId', 'askedAt'], ['personId'], ['answeredById']] },
    );
    await q.createIndex('certificate_requests', ONE_WAITS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('certificate_requests');
    await q.dropTable('certificate_events');
    await q.dropIndex('certificates', OF_CHAPTER);
    await q.dropColumn('certificates', 'chapterId');
  }
}
