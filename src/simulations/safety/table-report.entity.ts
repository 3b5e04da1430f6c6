import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** Something that went wrong between people at a table, as one of them told its team. It is no event of the table: the others learn nothing of it. */
@Entity('table_reports')
export class TableReport {
  @Id() id: string;
  @Index() @Reference('simulation_tables', { onDelete: 'CASCADE' }) tableId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'text' }) text: string;
  /** The words that it is about, by the name under which they are kept; null when it is about something else. */
  @Column({ type: 'varchar', length: 36, nullable: true }) words: string | null;
  @Timestamp() at: Date;
  /** When somebody of the team said that they have looked after it. */
  @Timestamp({ nullable: true }) settledAt: Date | null;
  @Reference('people', { nullable: true, onDelete: 'SET NULL' }) settledBy: string | null;
}
