import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Timestamp } from '../../database/columns';

export type EnrolmentState = 'active' | 'completed' | 'withdrawn';

/** A person in a cohort. */
@Entity('enrolments')
@Unique(['cohortId', 'personId'])
export class Enrolment {
  @Id() id: string;
  @Column({ type: 'varchar', length: 36 }) cohortId: string;
  @Index() @Column({ type: 'varchar', length: 36 }) personId: string;
  @Column({ type: 'varchar', length: 10 }) state: EnrolmentState;
  @Timestamp() joinedAt: Date;
  @Timestamp({ nullable: true }) completedAt: Date | null;
}
