import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bytes, id, integer, json, reference, table, text, timestamp } from '../tables';

export class CreateCertificateDesigns1796030000000 implements MigrationInterface {
  readonly name = 'CreateCertificateDesigns1796030000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'design_pictures',
      { id: id(), chapterId: reference('chapters', { onDelete: 'CASCADE' }), bytes: bytes(), addedAt: timestamp() },
      { index: [['chapterId']] },
    );
    await table(
      q,
      'certificate_designs',
      {
        id: id(),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        number: integer(),
        ink: text(7),
        paper: text(7),
        logoId: reference('design_pictures', { nullable: true, onDelete: 'RESTRICT' }),
        signatories: json(),
        createdAt: timestamp(),
      },
      { unique: [['chapterId', 'number']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('certificate_designs');
    await q.dropTable('design_pictures');
  }
}
