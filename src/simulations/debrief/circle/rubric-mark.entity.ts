import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../../database/columns';
import type { RubricLevels } from './rubric';

/** What somebody of the team saw of one person at a table, criterion by criterion. That person reads it, and nobody else who sat there. */
@Entity('rubric_marks')
@Unique(['placeId', 'raterId'])
export class RubricMark {
  @Id() id: string;
  @Reference('table_places', { onDelete: 'CASCADE' }) placeId: string;
  /** Null for somebody who was erased. */
  @Index() @Reference('people', { nullable: true, onDelete: 'SET NULL' }) raterId: string | null;
  @Json() levels: RubricLevels;
  @Column({ type: 'text' }) comment: string;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Timestamp() at: Date;
}
