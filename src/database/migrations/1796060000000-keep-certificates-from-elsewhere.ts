import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, id, reference, table, text, timestamp } from '../tables';

export class KeepCertificatesFromElsewhere1796060000000 implements MigrationInterface {
  readonly name = 'KeepCertificatesFromElsewhere1796060000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'kept_certificates',
      {
        id: id(),
        personId: reference('people', { onDelete: 'CASCADE' }),
        kind: text(3),
        title: text(300),
        issuer: text(300),
        awardedTo: text(300),
        awardedOn: text(10),
        validUntil: text(10),
        proven: text(8),
        text: text(),
        hash: text(64),
        shown: boolean({ default: false }),
        addedAt: timestamp(),
      },
      { unique: [['personId', 'hash']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('kept_certificates');
  }
}
