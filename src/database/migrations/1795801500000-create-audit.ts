import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, reference, table, text, timestamp } from '../tables';

export class CreateAudit1795801500000 implements MigrationInterface {
  readonly name = 'CreateAudit1795801500000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'audit_entries',
      {
        id: id(),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        act: text(30),
        actorId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        subjectId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        role: text(10, { nullable: true }),
        objectId: text(36, { nullable: true }),
        at: timestamp(),
      },
      { index: [['chapterId', 'at'], ['actorId'], ['subjectId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('audit_entries');
  }
}
