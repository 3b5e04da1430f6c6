import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Given } from '../questions/given';

/** A question that somebody wants to be reminded of, and how well they remember it. It never counts towards anything. */
@Entity('recall_cards')
@Unique(['personId', 'quizSlug', 'question'])
export class RecallCard {
  @Id() id: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** In what they learn: while they are in its cohort the question is asked. */
  @Index() @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Reference('content_versions') quizVersionId: string;
  @Column({ type: 'varchar', length: 80 }) quizSlug: string;
  @Column({ type: 'varchar', length: 64 }) question: string;
  /** Days after which nine of ten such memories are left. */
  @Column({ type: 'double precision' }) stability: number;
  /** 1 to 10 */
  @Column({ type: 'double precision' }) difficulty: number;
  @Timestamp() dueAt: Date;
  @Timestamp() lastAt: Date;
  /** How often it was asked, and how often forgotten. */
  @Column({ type: 'integer' }) reps: number;
  @Column({ type: 'integer' }) lapses: number;
  /** The last answer, for looking at it beside the right one. */
  @Json({ nullable: true }) given: Given | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
