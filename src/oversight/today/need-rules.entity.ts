import { Column, Entity } from 'typeorm';
import { Id, Reference } from '../../database/columns';

/** When somebody in a cohort needs its team, where that differs from what is usual. */
@Entity('need_rules')
export class CohortNeedRules {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE', unique: true }) cohortId: string;
  @Column({ type: 'integer' }) notStartedDays: number;
  @Column({ type: 'integer' }) failedTries: number;
  @Column({ type: 'integer' }) wrongInARow: number;
  @Column({ type: 'integer' }) silentDays: number;
  @Column({ type: 'integer', default: 1 }) version: number;
}
