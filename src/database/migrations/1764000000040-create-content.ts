import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, json, table, text, timestamp } from '../tables';

export class CreateContent1764000000040 implements MigrationInterface {
  readonly name = 'CreateContent1764000000040';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'content_versions',
      { id: id(), kind: text(20), slug: text(80), number: integer(), hash: text(64), document: text(), publishedAt: timestamp() },
      { unique: [['kind', 'slug', 'number']] },
    );
    await table(
      q,
      'content_translations',
      { id: id(), kind: text(20), slug: text(80), language: text(2), texts: json(), updatedAt: timestamp() },
      { unique: [['kind', 'slug', 'language']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('content_translations');
    await q.dropTable('content_versions');
  }
}
