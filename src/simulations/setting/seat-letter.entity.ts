import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** What somebody was told last, by letter, of where they sit in one use of a scenario; and when they are to hear what has become of it since. */
@Entity('seat_letters')
@Unique(['sittingId', 'enrolmentId'])
export class SeatLetter {
  @Id() id: string;
  @Reference('sittings', { onDelete: 'CASCADE' }) sittingId: string;
  @Index() @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  /** The table that the letter named; null before the first one. */
  @Reference('simulation_tables', { nullable: true, onDelete: 'CASCADE' }) tableId: string | null;
  /** The seat that it named; '' for somebody who stands ready. */
  @Column({ type: 'varchar', length: 64, nullable: true }) role: string | null;
  @Timestamp({ nullable: true }) toldAt: Date | null;
  /** Null while there is nothing to tell. */
  @Index() @Timestamp({ nullable: true }) dueAt: Date | null;
}
