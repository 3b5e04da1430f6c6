import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';
import type { Why } from './correction';

export type CorrectionState = 'waiting' | 'approved' | 'refused' | 'taken-back';

/** Somebody asks for another name on a certificate of theirs. Of one certificate, one request waits at a time. */
@Entity('certificate_requests')
@Index(['certificateId', 'askedAt'])
@Index(['certificateId'], { unique: true, where: `"state" = 'waiting'` })
export class CertificateRequest {
  @Id() id: string;
  @Reference('certificates', { onDelete: 'CASCADE' }) certificateId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** The name that is asked for, as it would be printed. */
  @Column({ type: 'varchar', length: 600 }) name: string;
  @Column({ type: 'varchar', length: 600, nullable: true }) latinName: string | null;
  @Column({ type: 'varchar', length: 12 }) why: Why;
  @Column({ type: 'varchar', length: 12 }) state: CorrectionState;
  @Timestamp() askedAt: Date;
  @Timestamp({ nullable: true }) answeredAt: Date | null;
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) answeredById: string | null;
  /** What a lead wrote to a refusal. */
  @Column({ type: 'text', default: '' }) answer: string;
  @Column({ type: 'integer', default: 1 }) version: number;
}
