import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';
import type { Goal } from './eligibility';

/** The fact that somebody earned a certificate in a study, once. It stays, whatever is asked for later; the certificate itself follows when their name is confirmed. */
@Entity('earned_certificates')
@Unique(['enrolmentId', 'kind', 'about'])
@Index(['personId'])
export class EarnedCertificate {
  @Id() id: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'varchar', length: 12 }) kind: Goal['kind'];
  /** The module's slug; empty for the programme. */
  @Column({ type: 'varchar', length: 120 }) about: string;
  /** Since when. */
  @Timestamp() at: Date;
  /** When they were last asked for their name. */
  @Timestamp({ nullable: true }) askedAt: Date | null;
}
