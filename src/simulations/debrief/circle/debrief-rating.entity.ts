import { Column, Entity, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../../database/columns';
import type { Ratings } from './elements';

/** How somebody found the debrief itself: a person who took part, or one of the team who led it. */
@Entity('debrief_ratings')
@Unique(['tableId', 'personId'])
export class DebriefRating {
  @Id() id: string;
  @Reference('simulation_tables', { onDelete: 'CASCADE' }) tableId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'boolean' }) facilitator: boolean;
  @Json() levels: Ratings;
  @Column({ type: 'text' }) comment: string;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Timestamp() at: Date;
}
