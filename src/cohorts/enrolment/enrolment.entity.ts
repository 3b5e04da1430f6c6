import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

export type EnrolmentState = 'active' | 'completed' | 'withdrawn';

/** A person in a cohort. */
@Entity('enrolments')
@Unique(['cohortId', 'personId'])
export class Enrolment {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'varchar', length: 10 }) state: EnrolmentState;
  @Timestamp() joinedAt: Date;
  @Timestamp({ nullable: true }) completedAt: Date | null;
}
