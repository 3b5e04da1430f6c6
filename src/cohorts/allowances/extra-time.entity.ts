import { Column, Entity } from 'typeorm';
import { Reference } from '../../database/columns';

/**
 * How much more time one person in a cohort has in quizzes with a limit. It stands apart from everything else that is known about them, because
 * only leads and the person may know it: whatever reads people for others does not come by it.
 */
@Entity('extra_times')
export class ExtraTime {
  /** The enrolment's. */
  @Reference('enrolments', { onDelete: 'CASCADE', primary: true }) id: string;
  /** 0 to 300. */
  @Column({ type: 'integer' }) percent: number;
  @Column({ type: 'integer', default: 1 }) version: number;
}
