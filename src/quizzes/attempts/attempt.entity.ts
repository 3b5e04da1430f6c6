import { Column, Entity, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** One sitting of one quiz by one person, pinned to the quiz's version. Graded the moment it is handed in; then it never changes. */
@Entity('attempts')
@Unique(['enrolmentId', 'module', 'step', 'number'])
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
  @Timestamp({ nullable: true }) handedInAt: Date | null;
  /** Hundredths of a point, reached and reachable. */
  @Column({ type: 'integer', nullable: true }) points: number | null;
  @Column({ type: 'integer', nullable: true }) most: number | null;
  @Column({ type: 'boolean', nullable: true }) passed: boolean | null;
}
