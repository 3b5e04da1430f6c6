import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';

/** What somebody of the team gave for a longer text, and what they say about it. */
@Entity('essay_marks')
@Unique(['attemptId', 'question'])
export class EssayMark {
  @Id() id: string;
  @Reference('attempts', { onDelete: 'CASCADE' }) attemptId: string;
  @Column({ type: 'varchar', length: 64 }) question: string;
  /** By criterion, in points; `whole` where there are none. */
  @Json() points: Record<string, number>;
  /** Of the question's points, 0 to 1. */
  @Column({ type: 'double precision' }) share: number;
  @Column({ type: 'text' }) comment: string;
  /** Null for somebody who was erased. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) markerId: string | null;
  @Timestamp() at: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
}
