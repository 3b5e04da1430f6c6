import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, integer, reference, table, text, timestamp, boolean } from '../tables';

export class EarnCertificates1796040000000 implements MigrationInterface {
  readonly name = 'EarnCertificates1796040000000';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'certificate_names', {
      personId: reference('people', { onDelete: 'CASCADE', primary: true }),
      name: text(600),
      latinName: text(600, { nullable: true }),
      confirmedAt: timestamp(),
    });
    await table(
      q,
      'earned_certificates',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        kind: text(12),
        about: text(120),
        at: timestamp(),
        askedAt: timestamp({ nullable: true }),
      },
      { unique: [['enrolmentId', 'kind', 'about']], index: [['personId']] },
    );
    await table(
      q,
      'certificate_batches',
      {
        id: id(),
        cohortId: reference('cohorts', { onDelete: 'CASCADE' }),
        byId: reference('people', { onDelete: 'SET NULL', nullable: true }),
        people: integer(),
        seen: integer({ default: 0 }),
        issued: integer({ default: 0 }),
        after: text(36, { default: '' }),
        startedAt: timestamp(),
        endedAt: timestamp({ nullable: true }),
      },
      { index: [['cohortId', 'startedAt'], ['byId']] },
    );
    await table(q, 'certificate_rules', {
      chapterId: reference('chapters', { onDelete: 'CASCADE', primary: true }),
      accountNames: boolean({ default: false }),
    });
    // Whoever has a certificate has confirmed a name: the one that they confirmed last.
    await q.query(`INSERT INTO "certificate_names" ("personId", "name", "latinName", "confirmedAt")
      SELECT c."personId", c."name", c."latinName", c."issuedAt" FROM "certificates" c WHERE c."personId" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "certificates" d WHERE d."personId" = c."personId" AND (d."issuedAt" > c."issuedAt" OR (d."issuedAt" = c."issuedAt" AND d."id" > c."id")))`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['certificate_rules', 'certificate_batches', 'earned_certificates', 'certificate_names']) await q.dropTable(name);
  }
}
