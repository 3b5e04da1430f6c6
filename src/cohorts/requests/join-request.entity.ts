import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

export type RequestState = 'waiting' | 'accepted' | 'declined' | 'taken-back';

/** Somebody who asks to join a cohort; one for each person and cohort. What they write is for the leads of the chapter. */
@Entity('join_requests')
@Unique(['cohortId', 'personId'])
export class JoinRequest {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** Empty when nothing was written. */
  @Column({ type: 'text' }) message: string;
  @Column({ type: 'varchar', length: 10 }) state: RequestState;
  @Timestamp() askedAt: Date;
  @Timestamp({ nullable: true }) answeredAt: Date | null;
  @Reference('people', { onDelete: 'SET NULL', nullable: true }) answeredBy: string | null;
  /** What a lead wrote to somebody who was declined; may be empty. */
  @Column({ type: 'text', default: '' }) answer: string;
}
