import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { id, integer, json, real, reference, table, text, timestamp } from '../tables';

/** Statistics read the attempts at a version one after the other. */
const INDEX = new TableIndex({ columnNames: ['quizVersionId', 'id'] });

export class CorrectAndRemember1795950000000 implements MigrationInterface {
  readonly name = 'CorrectAndRemember1795950000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'question_corrections',
      {
        id: id(),
        quizSlug: text(80),
        questionHash: text(64),
        chapterId: reference('chapters', { onDelete: 'CASCADE', nullable: true }),
        structure: json(),
        texts: json(),
        policy: text(10),
        reason: text(),
        byId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        at: timestamp(),
        regradedAt: timestamp({ nullable: true }),
      },
      { index: [['quizSlug', 'chapterId'], ['chapterId'], ['byId']] },
    );
    await table(
      q,
      'essay_marks',
      {
        id: id(),
        attemptId: reference('attempts', { onDelete: 'CASCADE' }),
        question: text(64),
        points: json(),
        share: real(),
        comment: text(),
        markerId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        at: timestamp(),
        version: integer({ default: 1 }),
      },
      { unique: [['attemptId', 'question']], index: [['markerId']] },
    );
    await table(
      q,
      'recall_cards',
      {
        id: id(),
        personId: reference('people', { onDelete: 'CASCADE' }),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        quizVersionId: reference('content_versions'),
        quizSlug: text(80),
        question: text(64),
        stability: real(),
        difficulty: real(),
        dueAt: timestamp(),
        lastAt: timestamp(),
        reps: integer(),
        lapses: integer(),
        given: json({ nullable: true }),
        version: integer({ default: 1 }),
      },
      { unique: [['personId', 'quizSlug', 'question']], index: [['enrolmentId']] },
    );
    await q.createIndex('attempts', INDEX);
    await table(q, 'recall_wishes', { personId: reference('people', { onDelete: 'CASCADE', primary: true }), since: timestamp() });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropIndex('attempts', INDEX);
    for (const name of ['recall_wishes', 'recall_cards', 'essay_marks', 'question_corrections']) await q.dropTable(name);
  }
}
