import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, column, integer, json, real, text, timestamp } from '../tables';

const ATTEMPTS = {
  overdueAt: timestamp({ nullable: true }),
  abandonedAt: timestamp({ nullable: true }),
  dueAt: timestamp({ nullable: true }),
  preview: boolean({ default: false }),
  reached: integer({ default: 1 }),
  language: text(2, { nullable: true }),
  marks: json({ nullable: true }),
  share: real({ nullable: true }),
};

const ANSWERS = {
  certainty: integer({ nullable: true }),
  tries: json({ nullable: true }),
  closedAt: timestamp({ nullable: true }),
  language: text(2, { nullable: true }),
};

export class KeepHowQuizzesAreTaken1795910000000 implements MigrationInterface {
  readonly name = 'KeepHowQuizzesAreTaken1795910000000';

  async up(q: QueryRunner): Promise<void> {
    for (const [name, words] of Object.entries(ATTEMPTS)) await column(q, 'attempts', name, words);
    for (const [name, words] of Object.entries(ANSWERS)) await column(q, 'answers', name, words);
    await q.query('UPDATE "attempts" SET "dueAt" = "endsAt" WHERE "handedInAt" IS NULL');
    await q.query('UPDATE "attempts" SET "share" = "points" * 1.0 / "most" WHERE "most" > 0');
    await q.query('CREATE INDEX "attempts_due" ON "attempts" ("dueAt")');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP INDEX "attempts_due"');
    for (const name of Object.keys(ANSWERS).reverse()) await q.dropColumn('answers', name);
    for (const name of Object.keys(ATTEMPTS).reverse()) await q.dropColumn('attempts', name);
  }
}
