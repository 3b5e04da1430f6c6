import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boolean, id, integer, json, reference, table, text, timestamp } from '../tables';

export class CreateSimulations1795797800000 implements MigrationInterface {
  readonly name = 'CreateSimulations1795797800000';

  async up(q: QueryRunner): Promise<void> {
    await table(
      q,
      'simulation_tables',
      {
        id: id(),
        enrolmentId: reference('enrolments', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        scenarioVersionId: reference('content_versions'),
        module: text(64),
        step: text(64),
        number: integer(),
        mode: text(10),
        role: text(64),
        headSeq: integer(),
        headHash: text(64),
        openedAt: timestamp(),
        endedAt: timestamp({ nullable: true }),
        agreed: boolean({ nullable: true }),
        debriefedAt: timestamp({ nullable: true }),
      },
      { unique: [['enrolmentId', 'module', 'step', 'number']] },
    );
    await table(
      q,
      'table_events',
      {
        tableId: reference('simulation_tables', { onDelete: 'CASCADE', primary: true }),
        seq: integer({ primary: true }),
        at: timestamp(),
        type: text(40),
        version: integer(),
        commandId: text(36),
        event: text(),
        hash: text(64),
      },
      { index: [['tableId', 'commandId']] },
    );
    await table(q, 'table_texts', {
      id: id(),
      tableId: reference('simulation_tables', { onDelete: 'CASCADE' }),
      personId: reference('people', { onDelete: 'CASCADE' }),
      text: text(),
      writtenAt: timestamp(),
    });
    await table(
      q,
      'reflections',
      {
        id: id(),
        tableId: reference('simulation_tables', { onDelete: 'CASCADE' }),
        personId: reference('people', { onDelete: 'CASCADE' }),
        answers: json(),
        version: integer({ default: 1 }),
        updatedAt: timestamp(),
      },
      { unique: [['tableId']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['reflections', 'table_texts', 'table_events', 'simulation_tables']) await q.dropTable(name);
  }
}
