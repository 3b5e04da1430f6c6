import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, id, integer, reference, table, text, timestamp } from '../tables';

export class CreatePeople1764000000010 implements MigrationInterface {
  readonly name = 'CreatePeople1764000000010';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'people',
      {
        id: id(),
        name: text(),
        email: text(254),
        emailKey: text(254),
        passwordHash: text(200),
        language: text(2, { nullable: true }),
        zone: text(64, { nullable: true }),
        steward: boolean({ default: false }),
        active: boolean({ default: true }),
        createdAt: timestamp(),
      },
      { unique: [['emailKey']] },
    );
    await table(
      q,
      'sessions',
      {
        id: text(64, { primary: true }),
        personId: reference('people', { onDelete: 'CASCADE', nullable: true }),
        expiresAt: timestamp(),
        data: text(),
      },
      { index: [['personId'], ['expiresAt']] },
    );
    await table(
      q,
      'one_time_links',
      {
        id: id(),
        tokenHash: text(64),
        purpose: text(20),
        personId: reference('people', { onDelete: 'CASCADE', nullable: true }),
        detail: text(200, { nullable: true }),
        expiresAt: timestamp(),
        usedAt: timestamp({ nullable: true }),
      },
      { unique: [['tokenHash']] },
    );
    await table(q, 'failed_tries', { key: text(64, { primary: true }), count: integer(), at: timestamp() });
    await table(
      q,
      'outbox_messages',
      {
        id: id(),
        recipient: text(320),
        language: text(10),
        subject: text(300),
        text: text(),
        createdAt: timestamp(),
        tries: integer({ default: 0 }),
        dueAt: timestamp({ nullable: true }),
        sentAt: timestamp({ nullable: true }),
        failure: text(300, { nullable: true }),
      },
      { index: [['dueAt']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['outbox_messages', 'failed_tries', 'one_time_links', 'sessions', 'people']) await q.dropTable(name);
  }
}
