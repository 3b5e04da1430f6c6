import { Column, Entity, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';
import type { Proven } from './proof';

/** A certificate that another site issued and a person keeps here beside ours. We say what it says, and stand for none of it. */
@Entity('kept_certificates')
@Unique(['personId', 'hash'])
export class KeptCertificate {
  @Id() id: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** Open Badges 2 or 3. */
  @Column({ type: 'varchar', length: 3 }) kind: 'ob2' | 'ob3';
  @Column({ type: 'varchar', length: 300 }) title: string;
  @Column({ type: 'varchar', length: 300 }) issuer: string;
  /** The name in it; empty where it names nobody in words. */
  @Column({ type: 'varchar', length: 300 }) awardedTo: string;
  /** Days, `YYYY-MM-DD`; empty where it does not say. */
  @Column({ type: 'varchar', length: 10 }) awardedOn: string;
  @Column({ type: 'varchar', length: 10 }) validUntil: string;
  @Column({ type: 'varchar', length: 8 }) proven: Proven;
  /** As it was brought. */
  @Column({ type: 'text' }) text: string;
  /** SHA-256 of the text: the same one is kept once. */
  @Column({ type: 'varchar', length: 64 }) hash: string;
  /** Whether the teams of its holder's cohorts see it. */
  @Column({ type: 'boolean', default: false }) shown: boolean;
  @Timestamp() addedAt: Date;
}
