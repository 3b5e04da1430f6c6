import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** Somebody's place at a table, and the step of their study that it belongs to. Who sits in which seat stands here alone: the log knows them by an alias. */
@Entity('table_places')
@Unique(['enrolmentId', 'module', 'step', 'number'])
@Unique(['tableId', 'alias'])
export class TablePlace {
  @Id() id: string;
  @Reference('simulation_tables', { onDelete: 'CASCADE' }) tableId: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'varchar', length: 64 }) module: string;
  @Column({ type: 'varchar', length: 64 }) step: string;
  /** Counted from 1 for each study and step. */
  @Column({ type: 'integer' }) number: number;
  /** The seat; '' for somebody who looks on. */
  @Column({ type: 'varchar', length: 64 }) role: string;
  /** Looks on, and is ready to take a seat. */
  @Column({ type: 'boolean', default: false }) standsBy: boolean;
  /** `p1`, `p2`, … in the order in which people came to the table. */
  @Column({ type: 'varchar', length: 8 }) alias: string;
  @Timestamp() takenAt: Date;
  /** A table is complete for somebody only with its debrief. */
  @Timestamp({ nullable: true }) debriefedAt: Date | null;
}
