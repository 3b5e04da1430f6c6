import { type MigrationInterface, type QueryRunner, TableIndex, TableUnique } from 'typeorm';
import { column, id, integer, json, reference, table, text, timestamp, boolean } from '../tables';

/** A debrief was one person's; now the people of a table look back together, and each of them writes for themselves. */
const OF_A_TABLE = new TableUnique({ columnNames: ['tableId'] });
const OF_A_PERSON = new TableUnique({ columnNames: ['tableId', 'personId'] });
const DUE = new TableIndex({ columnNames: ['remindAt'] });

const MADE = ['debrief_ratings', 'peer_notes', 'rubric_marks', 'board_notes', 'table_debriefs'];
const ofTable = () => reference('simulation_tables', { onDelete: 'CASCADE' });
const ofPerson = () => reference('people', { onDelete: 'CASCADE' });

export class LookBackTogether1796120000000 implements MigrationInterface {
  readonly name = 'LookBackTogether1796120000000';

  async up(q: QueryRunner): Promise<void> {
    const reflections = (await q.getTable('reflections'))!;
    await q.dropUniqueConstraint(reflections, reflections.uniques[0]!);
    await q.createUniqueConstraint('reflections', OF_A_PERSON);
    await column(q, 'reflections', 'remindAt', timestamp({ nullable: true }));
    await q.createIndex('reflections', DUE);
    const version = () => integer({ default: 1 });
    await table(
      q,
      'table_debriefs',
      { id: id(), tableId: ofTable(), opened: integer(), version: version(), updatedAt: timestamp() },
      { unique: [['tableId']] },
    );
    await table(
      q,
      'board_notes',
      { id: id(), tableId: ofTable(), personId: ofPerson(), kind: text(5), text: text(), writtenAt: timestamp() },
      { index: [['tableId']] },
    );
    await table(
      q,
      'rubric_marks',
      {
        id: id(),
        placeId: reference('table_places', { onDelete: 'CASCADE' }),
        raterId: reference('people', { nullable: true, onDelete: 'SET NULL' }),
        levels: json(),
        comment: text(),
        version: version(),
        at: timestamp(),
      },
      { unique: [['placeId', 'raterId']], index: [['raterId']] },
    );
    await table(
      q,
      'peer_notes',
      {
        id: id(),
        tableId: ofTable(),
        authorId: ofPerson(),
        role: text(64),
        answers: json(),
        version: version(),
        writtenAt: timestamp(),
        reportedAt: timestamp({ nullable: true }),
      },
      { unique: [['tableId', 'authorId', 'role']], index: [['authorId']] },
    );
    await table(
      q,
      'debrief_ratings',
      {
        id: id(),
        tableId: ofTable(),
        personId: ofPerson(),
        facilitator: boolean(),
        levels: json(),
        comment: text(),
        version: version(),
        at: timestamp(),
      },
      { unique: [['tableId', 'personId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of MADE) await q.dropTable(name);
    await q.dropIndex('reflections', DUE);
    await q.dropColumn('reflections', 'remindAt');
    // Nobody's own: there was no such table.
    await q.query(
      'DELETE FROM "reflections" WHERE "tableId" IN (SELECT "id" FROM "simulation_tables" WHERE "practiceEnrolmentId" IS NULL)',
    );
    const reflections = (await q.getTable('reflections'))!;
    await q.dropUniqueConstraint(reflections, reflections.uniques[0]!);
    await q.createUniqueConstraint('reflections', OF_A_TABLE);
  }
}
