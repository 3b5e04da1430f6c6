import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Json, Reference, Timestamp } from '../../database/columns';
import type { Language } from '../../kernel/language';
import type { Certainty } from '../sitting/certainty';
import type { Given } from '../questions/given';

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
  /** How sure somebody is, where it is asked. */
  @Column({ type: 'integer', nullable: true }) certainty: Certainty | null;
  /** The answers that were checked, in their order. */
  @Json({ nullable: true }) tries: Given[] | null;
  /** When it was checked for the last time; nothing changes it any more. */
  @Timestamp({ nullable: true }) closedAt: Date | null;
  /** In which the question stood there when it was answered. */
  @Column({ type: 'varchar', length: 2, nullable: true }) language: Language | null;
}
