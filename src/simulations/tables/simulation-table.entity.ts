import { Column, Entity, Unique } from 'typeorm';
import type { TableMode } from '../../content/scenario';
import { Id, Reference, Timestamp } from '../../database/columns';

/** One run of a scenario by one person alone, pinned to the scenario's version. What happens at it stands in its log. */
@Entity('simulation_tables')
@Unique(['enrolmentId', 'module', 'step', 'number'])
export class SimulationTable {
  @Id() id: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Reference('content_versions') scenarioVersionId: string;
  @Column({ type: 'varchar', length: 64 }) module: string;
  @Column({ type: 'varchar', length: 64 }) step: string;
  /** Counted from 1 for each person and step. */
  @Column({ type: 'integer' }) number: number;
  @Column({ type: 'varchar', length: 10 }) mode: TableMode;
  /** The seat that the person took. */
  @Column({ type: 'varchar', length: 64 }) role: string;
  /** The last event of the log and its hash: whoever appends must have seen them. */
  @Column({ type: 'integer' }) headSeq: number;
  @Column({ type: 'varchar', length: 64 }) headHash: string;
  @Timestamp() openedAt: Date;
  /** When the talk came to its end, with or without agreement. */
  @Timestamp({ nullable: true }) endedAt: Date | null;
  @Column({ type: 'boolean', nullable: true }) agreed: boolean | null;
  /** A table is complete only with its debrief. */
  @Timestamp({ nullable: true }) debriefedAt: Date | null;
}
