import { type MigrationInterface, type QueryRunner, TableIndex, TableUnique } from 'typeorm';
import { boolean, column, integer, reference, text, timestamp } from '../tables';

/** One certificate of a study was all there could be; now one about the same thing is current, and those before it stay as history. */
const ONE_OF_A_STUDY = new TableUnique({ columnNames: ['enrolmentId'] });
const OF_A_STUDY = new TableIndex({ columnNames: ['enrolmentId'] });
const CURRENT = new TableIndex({
  columnNames: ['enrolmentId', 'kind', 'about'],
  isUnique: true,
  where: '"withdrawnAt" IS NULL AND "replacedAt" IS NULL',
});
const PLACE = new TableIndex({ columnNames: ['statusList', 'statusIndex'], isUnique: true });

const COLUMNS = {
  kind: text(12, { default: 'programme' }),
  about: text(120, { default: '' }),
  latinName: text(600, { nullable: true }),
  validUntil: timestamp({ nullable: true }),
  withdrawnFor: text(12, { nullable: true }),
  replacedAt: timestamp({ nullable: true }),
  replacedById: reference('certificates', { nullable: true, onDelete: 'SET NULL' }),
  nameHidden: boolean({ default: false }),
  credential: text({ nullable: true }),
  statusList: integer({ nullable: true }),
  statusIndex: integer({ nullable: true }),
};

export class LetCertificatesChange1796010000000 implements MigrationInterface {
  readonly name = 'LetCertificatesChange1796010000000';

  async up(q: QueryRunner): Promise<void> {
    const table = (await q.getTable('certificates'))!;
    await q.dropUniqueConstraint(
      table,
      table.uniques.find(({ columnNames: [first] }) => first === 'enrolmentId')!,
    );
    for (const [name, words] of Object.entries(COLUMNS)) await column(q, 'certificates', name, words);
    for (const index of [OF_A_STUDY, CURRENT, PLACE]) await q.createIndex('certificates', index);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const index of [PLACE, CURRENT, OF_A_STUDY]) await q.dropIndex('certificates', index);
    for (const name of Object.keys(COLUMNS).reverse()) await q.dropColumn('certificates', name);
    await q.createUniqueConstraint('certificates', ONE_OF_A_STUDY);
  }
}
