import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** What a lead or a trainer says to everybody in a cohort. Its copies by mail leave once; an edit is marked and not sent again. */
@Entity('announcements')
@Index(['cohortId', 'writtenAt'])
export class Announcement {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  /** Who wrote it; null once that person is gone. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) authorId: string | null;
  @Column({ type: 'text' }) title: string;
  /** Markdown, in the cohort's language. */
  @Column({ type: 'text' }) text: string;
  @Timestamp() writtenAt: Date;
  @Timestamp({ nullable: true }) editedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
