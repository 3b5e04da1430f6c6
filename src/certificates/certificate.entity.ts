import { Column, Entity, Index } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../database/columns';
import type { Snapshot } from './snapshot';

/** What a certificate is for: a whole programme, one of its modules, or a badge of practice. */
export type CertificateKind = 'programme' | 'module' | 'practice';

/** Why an issuer withdrew one, as its holder and its chapter read it; a stranger reads only that it was withdrawn. */
export const WITHDRAWAL_REASONS = ['error', 'integrity', 'request', 'erasure'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

const CURRENT = '"withdrawnAt" IS NULL AND "replacedAt" IS NULL';

/**
 * What the completions of one study earned, frozen on the day it was issued. Everything that is shown stands in this row; it outlives
 * the account and the cohort that it came from. Of one study, one certificate about the same thing is current.
 */
@Entity('certificates')
@Index(['enrolmentId', 'kind', 'about'], { unique: true, where: CURRENT })
@Index(['statusList', 'statusIndex'], { unique: true })
@Index(['enrolmentId'])
@Index(['personId'])
@Index(['chapterId'])
export class Certificate {
  @Id() id: string;
  /** Its number as it is printed, such as `7Q4M-K2XW-9TRD-5HCN`. */
  @Column({ type: 'varchar', length: 19, unique: true }) code: string;
  @Reference('enrolments', { nullable: true, onDelete: 'SET NULL' }) enrolmentId: string | null;
  @Reference('people', { nullable: true, onDelete: 'SET NULL' }) personId: string | null;
  /** The chapter that issued it, and may withdraw it. */
  @Reference('chapters', { nullable: true, onDelete: 'SET NULL' }) chapterId: string | null;
  @Column({ type: 'varchar', length: 12, default: 'programme' }) kind: CertificateKind;
  /** Which of that kind within the study: the module's slug, the badge's key; empty for the programme. */
  @Column({ type: 'varchar', length: 120, default: '' }) about: string;
  /** Exactly as its holder confirmed it, in Unicode NFC. */
  @Column({ type: 'varchar', length: 600 }) name: string;
  /** The same name in Latin letters, when its holder wanted it printed too. */
  @Column({ type: 'varchar', length: 600, nullable: true }) latinName: string | null;
  @Json() snapshot: Snapshot;
  @Timestamp() issuedAt: Date;
  /** From this moment on it has expired; null when it never does. */
  @Timestamp({ nullable: true }) validUntil: Date | null;
  @Timestamp({ nullable: true }) withdrawnAt: Date | null;
  @Column({ type: 'varchar', length: 12, nullable: true }) withdrawnFor: WithdrawalReason | null;
  /** When another one took its place; which one is nobody's business but the holder's. */
  @Timestamp({ nullable: true }) replacedAt: Date | null;
  @Reference('certificates', { nullable: true, onDelete: 'SET NULL' }) replacedById: string | null;
  /** Whether its public page asks for the name instead of showing it. */
  @Column({ type: 'boolean', default: false }) nameHidden: boolean;
  /** The Verifiable Credential as it was signed (JSON); null for those from before credentials were signed, and after its holder was erased. */
  @Column({ type: 'text', nullable: true }) credential: string | null;
  /** Its place in a status list: the list's number and the bit in it. */
  @Column({ type: 'integer', nullable: true }) statusList: number | null;
  @Column({ type: 'integer', nullable: true }) statusIndex: number | null;
}
