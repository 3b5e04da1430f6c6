import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, json, reference, table, text, timestamp } from '../tables';

export class CreateBank1795920000000 implements MigrationInterface {
  readonly name = 'CreateBank1795920000000';

  async up(q: QueryRunner): Promise<void> {
    const person = () => reference('people', { onDelete: 'SET NULL', nullable: true });
    await table(
      q,
      'bank_questions',
      {
        id: id(),
        chapterId: reference('chapters', { onDelete: 'CASCADE', nullable: true }),
        language: text(2),
        name: text(),
        externalId: text(200, { nullable: true }),
        type: text(20),
        structure: json(),
        texts: json(),
        bound: json(),
        tags: json(),
        tagLines: text(),
        category: text(),
        stem: text(),
        searchable: text(),
        createdBy: person(),
        updatedBy: person(),
        createdAt: timestamp(),
        updatedAt: timestamp(),
        archivedAt: timestamp({ nullable: true }),
        version: integer({ default: 1 }),
      },
      { unique: [['chapterId', 'externalId']], index: [['chapterId', 'updatedAt'], ['createdBy'], ['updatedBy']] },
    );
    await table(
      q,
      'bank_question_versions',
      {
        id: id(),
        questionId: reference('bank_questions', { onDelete: 'CASCADE' }),
        number: integer(),
        act: text(20),
        written: json(),
        bound: json(),
        personId: person(),
        at: timestamp(),
      },
      { unique: [['questionId', 'number']], index: [['personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['bank_question_versions', 'bank_questions']) await q.dropTable(name);
  }
}
