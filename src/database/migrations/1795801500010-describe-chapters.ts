import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, column, text } from '../tables';

export class DescribeChapters1795801500010 implements MigrationInterface {
  readonly name = 'DescribeChapters1795801500010';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'chapters', 'country', text(2, { nullable: true }));
    await column(q, 'chapters', 'about', text({ default: '' }));
    await column(q, 'chapters', 'shown', boolean({ default: true }));
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['shown', 'about', 'country']) await q.dropColumn('chapters', name);
  }
}
