import { Column, Entity, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';
import type { Share } from './windows';

/** A letter about one window of a table to somebody who has a place there: the row is there before the letter, so that there is one letter only. */
@Entity('table_reminders')
@Unique(['placeId', 'phase', 'share'])
export class TableReminder {
  @Id() id: string;
  @Reference('table_places', { onDelete: 'CASCADE' }) placeId: string;
  /** The number of the phase, as the table counts them. */
  @Column({ type: 'integer' }) phase: number;
  /** How much of the window was over, in percent. */
  @Column({ type: 'integer' }) share: Share;
  @Timestamp() sentAt: Date;
}
