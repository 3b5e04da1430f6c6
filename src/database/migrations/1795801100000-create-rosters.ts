import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, text, timestamp } from '../tables';

export class CreateRosters1795801100000 implements MigrationInterface {
  readonly name = 'CreateRosters1795801100000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'personal_invitations',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        name: text(),
        email: text(254),
        emailKey: text(254),
        tokenHash: text(64),
        invitedBy: reference('people', { onDelete: 'SET NULL', nullable: true }),
        createdAt: timestamp(),
        sentAt: timestamp(),
        expiresAt: timestamp(),
        acceptedAt: timestamp({ nullable: true }),
        withdrawnAt: timestamp({ nullable: true }),
      },
      { unique: [['tokenHash'], ['cohortId', 'emailKey']], index: [['emailKey']] },
    );
    await table(
      q,
      'roster_imports',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        madeBy: reference('people', { onDelete: 'SET NULL', nullable: true }),
        createdAt: timestamp(),
        addedAt: timestamp({ nullable: true }),
        undoneAt: timestamp({ nullable: true }),
      },
      { index: [['cohortId']] },
    );
    await table(q, 'roster_rows', {
      importId: reference('roster_imports', { onDelete: 'CASCADE', primary: true }),
      number: integer({ primary: true }),
      line: integer(),
      raw: text(),
      name: text(),
      email: text(),
      outcome: text(10, { nullable: true }),
      enrolmentId: reference('enrolments', { onDelete: 'SET NULL', nullable: true }),
      invitationId: reference('personal_invitations', { onDelete: 'SET NULL', nullable: true }),
    });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['roster_rows', 'roster_imports', 'personal_invitations']) await q.dropTable(name);
  }
}
