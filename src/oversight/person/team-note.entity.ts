import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** What the team of a chapter wrote down about one person in one cohort. Only the team reads it; it goes with the enrolment. */
@Entity('team_notes')
export class TeamNote {
  @Id() id: string;
  @Index() @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  /** Null for somebody who was erased. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) authorId: string | null;
  @Column({ type: 'text' }) text: string;
  @Timestamp() writtenAt: Date;
}
