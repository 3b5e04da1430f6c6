import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Json, Reference, Timestamp } from '../../database/columns';
import type { Given } from '../given';

/** What somebody answered to one question of an attempt, as last saved. */
@Entity('answers')
export class Answer {
  @Reference('attempts', { onDelete: 'CASCADE', primary: true }) attemptId: string;
  @PrimaryColumn({ type: 'varchar', length: 64 }) question: string;
  @Json() given: Given;
  /** Counts the times it was saved: a page that knows an older number does not overwrite a newer answer. */
  @Column({ type: 'integer' }) sequence: number;
  /** The page that saved it last, by its one-time id, and how often that page had saved: its own newer posts are never stale. */
  @Column({ type: 'varchar', length: 36 }) page: string;
  @Column({ type: 'integer', default: 0 }) turn: number;
  @Timestamp() savedAt: Date;
}
