import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, reference, table, text, timestamp } from '../tables';

export class CreateLinkedIdentities1795801400020 implements MigrationInterface {
  readonly name = 'CreateLinkedIdentities1795801400020';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'linked_identities',
      {
        id: id(),
        personId: reference('people', { onDelete: 'CASCADE' }),
        issuer: text(200),
        subject: text(255),
        createdAt: timestamp(),
      },
      { unique: [['issuer', 'subject']], index: [['personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('linked_identities');
  }
}
