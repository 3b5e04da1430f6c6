import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';

/** What somebody wrote down for themselves in the debrief of a table. Nobody else reads it, and it is no part of the table's log. */
@Entity('reflections')
@Unique(['tableId', 'personId'])
export class Reflection {
  @Id() id: string;
  @Reference('simulation_tables', { onDelete: 'CASCADE' }) tableId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** By prompt; the commitment stands under `commitment`. */
  @Json() answers: Record<string, string>;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Timestamp() updatedAt: Date;
  /** When a letter reminds them of their commitment; null before they are done, and when it has left. */
  @Index() @Timestamp({ nullable: true }) remindAt: Date | null;
}
