import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, text, timestamp } from '../tables';

export class CreateOversight1795801200000 implements MigrationInterface {
  readonly name = 'CreateOversight1795801200000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'team_notes',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        authorId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        text: text(),
        writtenAt: timestamp(),
      },
      { index: [['enrolmentId'], ['authorId']] },
    );
    await table(
      q,
      'nudges',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        senderId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        reason: text(20),
        subject: text(),
        text: text(),
        sentAt: timestamp(),
      },
      { index: [['personId', 'sentAt'], ['enrolmentId'], ['senderId']] },
    );
    await table(
      q,
      'need_rules',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        notStartedDays: integer(),
        failedTries: integer(),
        wrongInARow: integer(),
        silentDays: integer(),
        version: integer({ default: 1 }),
      },
      { unique: [['cohortId']] },
    );
    await table(
      q,
      'digests',
      {
        id: id(),
        personId: reference('people', { onDelete: 'CASCADE' }),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        week: text(10),
        sentAt: timestamp(),
      },
      { unique: [['personId', 'chapterId', 'week']], index: [['chapterId']] },
    );
    await table(
      q,
      'digest_stops',
      {
        id: id(),
        personId: reference('people', { onDelete: 'CASCADE' }),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        stoppedAt: timestamp(),
      },
      { unique: [['personId', 'chapterId']], index: [['chapterId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['digest_stops', 'digests', 'need_rules', 'nudges', 'team_notes']) await q.dropTable(name);
  }
}
