import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** One press by which a cohort's certificates are issued, in pieces: how far it is, so that it goes on where it was. */
@Entity('certificate_batches')
@Index(['cohortId', 'startedAt'])
export class CertificateBatch {
  @Id() id: string;
  @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) byId: string | null;
  /** How many were in the cohort when it began. */
  @Column({ type: 'integer' }) people: number;
  /** How many of them were looked at. */
  @Column({ type: 'integer', default: 0 }) seen: number;
  @Column({ type: 'integer', default: 0 }) issued: number;
  /** The enrolment that was looked at last, in the order of ids. */
  @Column({ type: 'varchar', length: 36, default: '' }) after: string;
  @Timestamp() startedAt: Date;
  @Timestamp({ nullable: true }) endedAt: Date | null;
}
