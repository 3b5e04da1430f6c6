import { Column, Entity } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** Words that a person wrote at a table. They are kept apart from the log, so that they can be erased and the log still replays. */
@Entity('table_texts')
export class TableText {
  @Id() id: string;
  @Reference('simulation_tables', { onDelete: 'CASCADE' }) tableId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'text' }) text: string;
  @Timestamp() writtenAt: Date;
}
