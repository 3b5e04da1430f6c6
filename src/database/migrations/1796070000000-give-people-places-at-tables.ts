import { type MigrationInterface, type QueryRunner, TableIndex, TableUnique } from 'typeorm';
import { column, id, integer, reference, table, text, timestamp } from '../tables';

/** A table was somebody's own; now people have places at it, one when they play alone. */
const OF_A_STEP = new TableUnique({ columnNames: ['enrolmentId', 'module', 'step', 'number'] });
const INDEXES = ['practiceEnrolmentId', 'cohortId', 'dueAt'].map((name) => new TableIndex({ columnNames: [name] }));

const OF_PLACES = {
  enrolmentId: reference('enrolments', { nullable: true, onDelete: 'CASCADE' }),
  personId: reference('people', { nullable: true, onDelete: 'CASCADE' }),
  module: text(64, { default: '' }),
  step: text(64, { default: '' }),
  number: integer({ default: 1 }),
  role: text(64, { default: '' }),
  debriefedAt: timestamp({ nullable: true }),
};

const OF_TABLES = {
  practiceEnrolmentId: reference('enrolments', { nullable: true, onDelete: 'CASCADE' }),
  cohortId: reference('cohorts', { nullable: true, onDelete: 'CASCADE' }),
  name: text(120, { default: '' }),
  dueAt: timestamp({ nullable: true }),
};

export class GivePeoplePlacesAtTables1796070000000 implements MigrationInterface {
  readonly name = 'GivePeoplePlacesAtTables1796070000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'table_places',
      {
        id: id(),
        tableId: reference('simulation_tables', { onDelete: 'CASCADE' }),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        module: text(64),
        step: text(64),
        number: integer(),
        role: text(64),
        alias: text(8),
        takenAt: timestamp(),
        debriefedAt: timestamp({ nullable: true }),
      },
      {
        unique: [
          ['enrolmentId', 'module', 'step', 'number'],
          ['tableId', 'alias'],
        ],
        index: [['personId']],
      },
    );
    await q.query(`INSERT INTO "table_places" ("id", "tableId", "enrolmentId", "personId", "module", "step", "number", "role", "alias", "takenAt", "debriefedAt")
      SELECT "id", "id", "enrolmentId", "personId", "module", "step", "number", "role", 'p1', "openedAt", "debriefedAt" FROM "simulation_tables"`);
    for (const [name, words] of Object.entries(OF_TABLES)) await column(q, 'simulation_tables', name, words);
    await q.query('UPDATE "simulation_tables" SET "practiceEnrolmentId" = "enrolmentId"');
    const tables = (await q.getTable('simulation_tables'))!;
    await q.dropUniqueConstraint(tables, tables.uniques[0]!);
    for (const name of Object.keys(OF_PLACES)) await q.dropColumn('simulation_tables', name);
    for (const index of INDEXES) await q.createIndex('simulation_tables', index);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [name, words] of Object.entries(OF_PLACES)) await column(q, 'simulation_tables', name, words);
    for (const name of Object.keys(OF_PLACES))
      await q.query(
        `UPDATE "simulation_tables" SET "${name}" = (SELECT p."${name}" FROM "table_places" p WHERE p."tableId" = "simulation_tables"."id" AND p."alias" = 'p1')
          WHERE "practiceEnrolmentId" IS NOT NULL`,
      );
    await q.query('DELETE FROM "simulation_tables" WHERE "practiceEnrolmentId" IS NULL'); // nobody's own: there was no such table
    for (const index of INDEXES) await q.dropIndex('simulation_tables', index);
    for (const name of Object.keys(OF_TABLES).reverse()) await q.dropColumn('simulation_tables', name);
    await q.createUniqueConstraint('simulation_tables', OF_A_STEP);
    await q.dropTable('table_places');
  }
}
