import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** Somebody who waits for a place in a full cohort. Not an enrolment: whoever waits is in no count, on no board and in no calendar. */
@Entity('waiting_people')
@Unique(['cohortId', 'personId'])
@Unique(['cohortId', 'number'])
export class WaitingPerson {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** In the order in which they came; numbers of those who are gone stay free. */
  @Column({ type: 'integer' }) number: number;
  @Timestamp() joinedAt: Date;
}
