import { Column, Entity } from 'typeorm';
import { Id, Reference, Timestamp } from '../../../database/columns';

/** How far the debrief of a table of people is open: its team opens the four steps, one after the other. */
@Entity('table_debriefs')
export class TableDebrief {
  @Id() id: string;
  @Reference('simulation_tables', { onDelete: 'CASCADE', unique: true }) tableId: string;
  /** So many of the steps, from the first; they never close again. */
  @Column({ type: 'integer' }) opened: number;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Timestamp() updatedAt: Date;
}
