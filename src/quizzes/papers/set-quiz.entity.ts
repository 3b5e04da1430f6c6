import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** A chapter's quiz that a cohort takes, in the version that was set. It never counts towards a certificate. */
@Entity('set_quizzes')
@Unique(['cohortId', 'quizId'])
export class SetQuiz {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  @Index() @Reference('chapter_quizzes', { onDelete: 'CASCADE' }) quizId: string;
  /** The quiz's own, so that an address finds it. */
  @Column({ type: 'varchar', length: 40 }) slug: string;
  @Reference('content_versions', { onDelete: 'RESTRICT' }) versionId: string;
  /** First and last day on which it can be taken, `YYYY-MM-DD` in the cohort's zone; null where nothing was set. */
  @Column({ type: 'varchar', length: 10, nullable: true }) opensOn: string | null;
  @Column({ type: 'varchar', length: 10, nullable: true }) closesOn: string | null;
  @Timestamp() setAt: Date;
  /** When it was taken back after somebody had begun; null while it is taken. */
  @Timestamp({ nullable: true }) archivedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
