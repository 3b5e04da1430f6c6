import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { boolean, id, integer, json, table, text, timestamp } from '../tables';

/** What certificates are signed with, where it says whether they were revoked, and what they were given for. */
const ONE_ACTIVE = new TableIndex({ columnNames: ['did', 'kind'], isUnique: true, where: `"state" = 'active'` });

export class CreateIssuerKeys1796020000000 implements MigrationInterface {
  readonly name = 'CreateIssuerKeys1796020000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'issuer_keys',
      {
        id: id(),
        did: text(300),
        name: text(40),
        kind: text(10),
        state: text(12),
        publicKey: text(300),
        privateKey: text({ nullable: true }),
        createdAt: timestamp(),
        endedAt: timestamp({ nullable: true }),
      },
      { unique: [['did', 'name']] },
    );
    await q.createIndex('issuer_keys', ONE_ACTIVE);
    await table(q, 'status_lists', {
      id: id(),
      did: text(300),
      full: boolean({ default: false }),
      version: integer({ default: 1 }),
      credential: text(),
      signedAt: timestamp(),
    });
    await table(q, 'status_places', { list: integer({ primary: true }), place: integer({ primary: true }) });
    await table(
      q,
      'achievements',
      { id: id(), slug: text(140), version: integer(), hash: text(64), facts: json(), createdAt: timestamp() },
      {
        unique: [
          ['slug', 'version'],
          ['slug', 'hash'],
        ],
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['achievements', 'status_places', 'status_lists', 'issuer_keys']) await q.dropTable(name);
  }
}
