import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../../database/columns';

/** One list of people that a lead brought for a cohort: looked at row by row, put in, and for a day taken back as a whole. */
@Entity('roster_imports')
export class RosterImport {
  @Id() id: string;
  @Index() @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  @Reference('people', { onDelete: 'SET NULL', nullable: true }) madeBy: string | null;
  @Timestamp() createdAt: Date;
  /** The sheet of a workbook that it was read from, where there were several. */
  @Column({ type: 'text', nullable: true }) sheet: string | null;
  /** When people of it were put in last. */
  @Timestamp({ nullable: true }) addedAt: Date | null;
  @Timestamp({ nullable: true }) undoneAt: Date | null;
}
