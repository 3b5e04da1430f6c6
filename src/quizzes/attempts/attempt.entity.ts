import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Language } from '../../kernel/language';
import type { Marks } from '../sitting/marks';

/** Graded but for what a person has to mark. */
const WAITS = '"share" IS NULL AND "marks" IS NOT NULL';

/** One sitting of one quiz by one person, pinned to the quiz's version. Graded the moment it is handed in, but for what a person has to mark. */
@Entity('attempts')
@Unique(['enrolmentId', 'module', 'step', 'number'])
@Index('attempts_due', ['dueAt'])
@Index(['quizVersionId', 'id'])
@Index(['handedInAt'], { where: WAITS })
export class Attempt {
  @Id() id: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Reference('content_versions') quizVersionId: string;
  @Column({ type: 'varchar', length: 64 }) module: string;
  @Column({ type: 'varchar', length: 64 }) step: string;
  /** Counted from 1 for each person and step. */
  @Column({ type: 'integer' }) number: number;
  @Timestamp() startedAt: Date;
  /** When the time is over; null without a time limit. Decided at the start; more time given meanwhile moves it. */
  @Timestamp({ nullable: true }) endsAt: Date | null;
  /** Percent of more time that is in `endsAt`; for leads and the person alone. */
  @Column({ type: 'integer', default: 0 }) extraTime: number;
  /** Since when it waits to be handed in and takes no more answers. */
  @Timestamp({ nullable: true }) overdueAt: Date | null;
  @Timestamp({ nullable: true }) handedInAt: Date | null;
  /** When its time was over without its having been handed in; it does not count. */
  @Timestamp({ nullable: true }) abandonedAt: Date | null;
  /** When time next makes something of it; null when nothing is to come. */
  @Timestamp({ nullable: true }) dueAt: Date | null;
  /** Made by whoever writes the quiz, to see it: has no end, counts nowhere and is in no list. */
  @Column({ type: 'boolean', default: false }) preview: boolean;
  /** How far somebody has come where questions are taken in sequence, counted from 1. */
  @Column({ type: 'integer', default: 1 }) reached: number;
  /** In which it was begun. */
  @Column({ type: 'varchar', length: 2, nullable: true }) language: Language | null;
  /** Each question's share of its points; null for what a person has still to mark. */
  @Json({ nullable: true }) marks: Marks | null;
  /** Reached of what could be reached, unrounded; null while a person has still to mark something. */
  @Column({ type: 'double precision', nullable: true }) share: number | null;
  /** Hundredths of a point, reached and reachable. */
  @Column({ type: 'integer', nullable: true }) points: number | null;
  @Column({ type: 'integer', nullable: true }) most: number | null;
  @Column({ type: 'boolean', nullable: true }) passed: boolean | null;
}
