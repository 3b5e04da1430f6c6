import { Column, Entity, Index } from 'typeorm';
import type { TableMode } from '../../content/scenario';
import { Id, Reference, Timestamp } from '../../database/columns';

/** A run of a scenario, pinned to its version: of one person alone, or of people of a cohort together. What happens at it stands in its log. */
@Entity('simulation_tables')
export class SimulationTable {
  @Id() id: string;
  /** The study in which somebody plays alone; null for a table of a cohort. */
  @Index() @Reference('enrolments', { nullable: true, onDelete: 'CASCADE' }) practiceEnrolmentId: string | null;
  @Index() @Reference('cohorts', { nullable: true, onDelete: 'CASCADE' }) cohortId: string | null;
  /** What a cohort's team calls it; '' for one who plays alone. */
  @Column({ type: 'varchar', length: 120, default: '' }) name: string;
  @Reference('content_versions') scenarioVersionId: string;
  @Column({ type: 'varchar', length: 10 }) mode: TableMode;
  /** The last event of the log and its hash: whoever appends must have seen them. */
  @Column({ type: 'integer' }) headSeq: number;
  @Column({ type: 'varchar', length: 64 }) headHash: string;
  @Timestamp() openedAt: Date;
  /** When the clock has to act next; null while nothing is due. */
  @Index() @Timestamp({ nullable: true }) dueAt: Date | null;
  /** When the talk came to its end, with or without agreement. */
  @Timestamp({ nullable: true }) endedAt: Date | null;
  @Column({ type: 'boolean', nullable: true }) agreed: boolean | null;
}
