import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, text } from '../tables';

export class AddLanguagesOfChapters1795905000010 implements MigrationInterface {
  readonly name = 'AddLanguagesOfChapters1795905000010';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'chapters', 'alsoIn', text(40, { default: '' }));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropColumn('chapters', 'alsoIn');
  }
}
