import { createHash, randomBytes } from 'node:crypto';
import { Column, Entity } from 'typeorm';
import { Id, Reference, Timestamp } from '../database/columns';

export type LinkPurpose = 'password' | 'first-steward' | 'role' | 'email' | 'sign-in' | 'ask';

/** A link that works once and for a while. Only a hash of its token is kept. */
@Entity('one_time_links')
export class OneTimeLink {
  @Id() id: string;
  @Column({ type: 'varchar', length: 64, unique: true }) tokenHash: string;
  @Column({ type: 'varchar', length: 20 }) purpose: LinkPurpose;
  @Reference('people', { onDelete: 'CASCADE', nullable: true }) personId: string | null;
  /** What it opens, where the purpose alone does not say it. */
  @Column({ type: 'varchar', length: 200, nullable: true }) detail: string | null;
  /** The address it was mailed to, where the link is about the address. */
  @Column({ type: 'varchar', length: 254, nullable: true }) email: string | null;
  @Timestamp() expiresAt: Date;
  @Timestamp({ nullable: true }) usedAt: Date | null;
}

/** 128 random bits, as they stand in an address. */
export const newToken = (): string => randomBytes(16).toString('base64url');
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');
