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
  @Timestamp() savedAt: Date;
}
