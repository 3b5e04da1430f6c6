import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../database/columns';
import type { Snapshot } from './snapshot';

/**
 * What the completions of one study earned, frozen on the day it was issued. Everything that is shown stands in this row; it outlives
 * the account and the cohort that it came from.
 */
@Entity('certificates')
@Unique(['enrolmentId'])
@Index(['personId'])
export class Certificate {
  @Id() id: string;
  /** Its number as it is printed, such as `7Q4M-K2XW-9TRD-5HCN`. */
  @Column({ type: 'varchar', length: 19, unique: true }) code: string;
  @Reference('enrolments', { nullable: true, onDelete: 'SET NULL' }) enrolmentId: string | null;
  @Reference('people', { nullable: true, onDelete: 'SET NULL' }) personId: string | null;
  /** Exactly as its holder confirmed it, in Unicode NFC. */
  @Column({ type: 'varchar', length: 600 }) name: string;
  @Json() snapshot: Snapshot;
  @Timestamp() issuedAt: Date;
  @Timestamp({ nullable: true }) withdrawnAt: Date | null;
}
