import { Column, Entity } from 'typeorm';
import { Reference } from '../../../database/columns';

/** What was done for a row: enrolled or invited, and where that was undone, that. */
export type RowOutcome = 'enrolled' | 'invited' | 'withdrawn' | 'taken-back';

/** One person of a list that was brought, as it was read or corrected. */
@Entity('roster_rows')
export class RosterRow {
  @Reference('roster_imports', { onDelete: 'CASCADE', primary: true }) importId: string;
  /** From 1, in the order of the list. */
  @Column({ type: 'integer', primary: true }) number: number;
  /** The line of what was pasted, from 1. */
  @Column({ type: 'integer' }) line: number;
  @Column({ type: 'text' }) raw: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'varchar', length: 10, nullable: true }) outcome: RowOutcome | null;
  @Reference('enrolments', { onDelete: 'SET NULL', nullable: true }) enrolmentId: string | null;
  @Reference('personal_invitations', { onDelete: 'SET NULL', nullable: true }) invitationId: string | null;
}
