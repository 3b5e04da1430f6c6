import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, json, reference, table, text, timestamp } from '../tables';

export class CreateCertificates1764000000090 implements MigrationInterface {
  readonly name = 'CreateCertificates1764000000090';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'certificates',
      {
        id: id(),
        code: text(19),
        enrolmentId: reference('enrolments', { nullable: true, onDelete: 'SET NULL' }),
        personId: reference('people', { nullable: true, onDelete: 'SET NULL' }),
        name: text(600),
        snapshot: json(),
        issuedAt: timestamp(),
        withdrawnAt: timestamp({ nullable: true }),
      },
      { unique: [['code'], ['enrolmentId']], index: [['personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('certificates');
  }
}
