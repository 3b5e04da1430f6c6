import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, column, id, integer, json, reference, table, text, timestamp } from '../tables';

/** Whoever has a seat is told by letter; a use of a scenario can be put off; and who stands ready for a seat is said at their place. */
export class TellPeopleOfTheirSeats1796150000000 implements MigrationInterface {
  readonly name = 'TellPeopleOfTheirSeats1796150000000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'seat_letters',
      {
        id: id(),
        sittingId: reference('sittings', { onDelete: 'CASCADE' }),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        tableId: reference('simulation_tables', { nullable: true, onDelete: 'CASCADE' }),
        role: text(64, { nullable: true }),
        toldAt: timestamp({ nullable: true }),
        dueAt: timestamp({ nullable: true }),
      },
      { unique: [['sittingId', 'enrolmentId']], index: [['enrolmentId'], ['dueAt']] },
    );
    await column(q, 'sittings', 'version', integer({ default: 1 }));
    await column(q, 'table_places', 'standsBy', boolean({ default: false }));
    await q.query(
      `UPDATE "table_places" SET "standsBy" = TRUE WHERE "role" = '' AND EXISTS
        (SELECT 1 FROM "sittings" s WHERE CAST(s."alternates" AS TEXT) LIKE '%"' || "table_places"."id" || '"%')`,
    );
    await q.dropColumn('sittings', 'alternates');
  }

  async down(q: QueryRunner): Promise<void> {
    await column(q, 'sittings', 'alternates', json({ default: '[]' }));
    await q.dropColumn('table_places', 'standsBy');
    await q.dropColumn('sittings', 'version');
    await q.dropTable('seat_letters');
  }
}
