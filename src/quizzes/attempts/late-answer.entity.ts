import { Column, Entity, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Language } from '../../kernel/language';
import type { Given } from '../questions/given';
import type { Certainty } from '../sitting/certainty';

/** What somebody sent after the end of an attempt: kept for the team, and not counted unless the team says so. The last one of a question stays. */
@Entity('late_answers')
@Unique(['attemptId', 'question'])
export class LateAnswer {
  @Id() id: string;
  @Reference('attempts', { onDelete: 'CASCADE' }) attemptId: string;
  @Column({ type: 'varchar', length: 64 }) question: string;
  @Json() given: Given;
  @Column({ type: 'integer', nullable: true }) certainty: Certainty | null;
  @Column({ type: 'varchar', length: 2, nullable: true }) language: Language | null;
  @Column({ type: 'varchar', length: 36 }) page: string;
  @Column({ type: 'integer' }) turn: number;
  @Timestamp() arrivedAt: Date;
  /** When the team counted it, and what had counted until then. */
  @Timestamp({ nullable: true }) countedAt: Date | null;
  @Json({ nullable: true }) instead: Given | null;
}
